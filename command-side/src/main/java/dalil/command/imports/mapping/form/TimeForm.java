package dalil.command.imports.mapping.form;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.ReadDate;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Value;
import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When it happened: a date or an interval, its marks, hours, and the words. Without a date there is no time. */
public final class TimeForm {

    private TimeForm() {}

    static Optional<ClaimValue> value(ClaimSpec.Time time, ClaimSpec spec, Scope scope, Speaker speaker) {
        Optional<Found> found = Values.one(time.date(), scope);
        return found.isPresent() && found.get().answer()
                ? Optional.of(found.get().word())
                : occurred(time, spec.words(), scope, speaker).map(occurred -> occurred);
    }

    /** @param words in which the speaker says when; null if they are not kept */
    public static Optional<Occurred> occurred(
            ClaimSpec.Time time, @Nullable Value words, Scope scope, Speaker speaker) {
        Optional<Found> found = Values.one(time.date(), scope);
        if (found.isEmpty() || found.get().answer()) {
            return Optional.empty();
        }
        ReadDate date = read(time.dates(), found.get());
        if (date.edtf() == null) {
            return Optional.empty();
        }
        String mark = mark(time, scope);
        Hours apart = hours(time, scope);
        return Optional.of(new Occurred(
                interval(marked(date.edtf(), mark), time, scope, mark),
                apart == null ? date.hours() : apart,
                words(words, scope, speaker)));
    }

    private static ReadDate read(DateFormat dates, Found found) {
        try {
            return dates.read(found.text());
        } catch (IllegalArgumentException wrong) {
            throw new RowProblem(found.column(), "bad-date", String.valueOf(wrong.getMessage()));
        }
    }

    private static String mark(ClaimSpec.Time time, Scope scope) {
        boolean approximate = time.approximate() != null && Conditions.holds(time.approximate(), scope);
        boolean uncertain = time.uncertain() != null && Conditions.holds(time.uncertain(), scope);
        return approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
    }

    /** A date that is marked already keeps its mark; an interval is marked at both ends. */
    private static String marked(String date, String mark) {
        if (mark.isEmpty() || date.contains("~") || date.contains("?") || date.contains("%")) {
            return date;
        }
        return date.replace("/", mark + "/") + mark;
    }

    private static String interval(String first, ClaimSpec.Time time, Scope scope, String mark) {
        Optional<Found> found = time.until() == null ? Optional.empty() : Values.one(time.until(), scope);
        if (found.isEmpty()) {
            return first;
        }
        String last = read(time.dates(), found.get()).edtf();
        if (last == null || marked(last, mark).equals(first)) {
            return first;
        }
        return first + "/" + marked(last, mark);
    }

    private static @Nullable Hours hours(ClaimSpec.Time time, Scope scope) {
        if (time.timeOfDay() == null || time.hours() == null) {
            return null;
        }
        Optional<Found> found = Values.one(time.timeOfDay(), scope);
        if (found.isEmpty()) {
            return null;
        }
        try {
            return time.hours().read(found.get().text());
        } catch (IllegalArgumentException wrong) {
            throw new RowProblem(found.get().column(), "bad-time", String.valueOf(wrong.getMessage()));
        }
    }

    /** What is said in the speaker's own words; null where nothing is. */
    public static @Nullable Protected<String> words(@Nullable Value words, Scope scope, Speaker speaker) {
        return words == null
                ? null
                : Values.one(words, scope)
                        .map(found -> speaker.protect(found.text()))
                        .orElse(null);
    }
}
