package dalil.command.imports.mapping.form;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Profile;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole numbers as a publisher writes them. Where a number should stand, the word "unknown" is an answer and never a zero. */
public final class Numbers {

    static final String UNKNOWN = "unknown";

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}(\\.0{1,15})?");

    private Numbers() {}

    /** @param answer one of the ways of not saying; empty where there are numbers */
    public record Read(long least, long greatest, String answer) {}

    /** Both ends; one number is both. Empty where the row has neither. */
    public static Optional<Read> range(ClaimSpec.Range range, Scope scope) {
        Optional<Found> least = Values.one(range.least(), scope);
        Optional<Found> greatest = range.greatest() == null ? least : Values.one(range.greatest(), scope);
        if (least.isEmpty() && greatest.isEmpty()) {
            return Optional.empty();
        }
        Found from = least.or(() -> greatest).orElseThrow();
        Found to = greatest.or(() -> least).orElseThrow();
        if (isAnswer(from) && isAnswer(to)) {
            return Optional.of(new Read(0, 0, from.answer() ? from.text() : UNKNOWN));
        }
        return Optional.of(new Read(whole(from, scope.profile()), whole(to, scope.profile()), ""));
    }

    /** Whether it says that there is no number. */
    public static boolean isAnswer(Found found) {
        return found.answer() || isUnknown(found);
    }

    static boolean isUnknown(Found found) {
        return PlainWord.of(found.text()).equals(UNKNOWN);
    }

    /** {@code 1.0} is a whole number too. */
    static long whole(Found found, Profile profile) {
        String text = plain(found.text(), profile);
        if (!WHOLE.matcher(text).matches()) {
            throw new RowProblem(found.column(), "bad-number", "not a whole number");
        }
        return new BigDecimal(text).longValueExact();
    }

    /** A number with a point before its fraction and nothing between its digits. */
    static String plain(String text, Profile profile) {
        String joined = profile.thousands().isEmpty() ? text : text.replace(profile.thousands(), "");
        return joined.replace(profile.decimal(), ".");
    }
}
