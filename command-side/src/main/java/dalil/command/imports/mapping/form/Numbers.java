package dalil.command.imports.mapping.form;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.numbers.RangeFormat;
import dalil.command.imports.numbers.RangeFormat.Ends;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Profile;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers as a publisher writes them. Where a number should stand, the word "unknown" is an answer and never a zero. */
public final class Numbers {

    static final String UNKNOWN = "unknown";

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}(\\.0{1,15})?");

    private Numbers() {}

    /** Both ends; one number is both. Empty where the row has neither. */
    public static Optional<Ends> range(ClaimSpec.Range range, Scope scope) {
        Optional<Found> least = Values.one(range.least(), scope);
        Optional<Found> greatest = range.greatest() == null ? least : Values.one(range.greatest(), scope);
        if (least.isEmpty() && greatest.isEmpty()) {
            return Optional.empty();
        }
        Found from = least.or(() -> greatest).orElseThrow();
        Found to = greatest.or(() -> least).orElseThrow();
        Ends lower = ends(from, range.format(), scope);
        Ends upper = ends(to, range.format(), scope);
        if (lower.isAnswer() && upper.isAnswer()) {
            return Optional.of(lower);
        }
        if (lower.isAnswer() || upper.isAnswer()) {
            throw notWhole(lower.isAnswer() ? from : to, null, scope);
        }
        return Optional.of(new Ends(lower.least(), upper.greatest(), ""));
    }

    private static Ends ends(Found found, @Nullable RangeFormat format, Scope scope) {
        return read(found, format, scope).orElseThrow(() -> notWhole(found, format, scope));
    }

    /** Declared words first, then what is simply a number, then declared patterns. */
    private static Optional<Ends> read(Found found, @Nullable RangeFormat format, Scope scope) {
        if (found.answer()) {
            return Optional.of(Ends.none(found.text()));
        }
        Optional<Ends> word = format == null ? Optional.empty() : format.word(found.text());
        if (word.isPresent()) {
            return word;
        }
        if (isUnknown(found)) {
            return Optional.of(Ends.none(UNKNOWN));
        }
        String text = plain(found.text(), scope.profile());
        if (WHOLE.matcher(text).matches()) {
            long number = new BigDecimal(text).longValueExact();
            return Optional.of(new Ends(number, number, ""));
        }
        return format == null ? Optional.empty() : format.pattern(found.text());
    }

    /** Whether it says that there is no number. */
    public static boolean isAnswer(Found found, @Nullable RangeFormat format, Scope scope) {
        return read(found, format, scope).filter(Ends::isAnswer).isPresent();
    }

    static boolean isUnknown(Found found) {
        return PlainWord.of(found.text()).equals(UNKNOWN);
    }

    /** {@code 1.0} is a whole number too. */
    static long whole(Found found, Scope scope) {
        String text = plain(found.text(), scope.profile());
        if (!WHOLE.matcher(text).matches()) {
            throw notWhole(found, null, scope);
        }
        return new BigDecimal(text).longValueExact();
    }

    private static RowProblem notWhole(Found found, @Nullable RangeFormat format, Scope scope) {
        String shown = scope.isProtected(found.column()) ? "it" : '"' + Values.shown(found.text()) + '"';
        return new RowProblem(
                found.column(),
                "bad-number",
                shown + " is not a whole number"
                        + (format == null
                                ? ""
                                : ", and written in none of the ways that ranges." + format.name() + " declares"));
    }

    /** A number with a point before its fraction and nothing between its digits. */
    static String plain(String text, Profile profile) {
        String joined = profile.thousands().isEmpty() ? text : text.replace(profile.thousands(), "");
        return joined.replace(profile.decimal(), ".");
    }
}
