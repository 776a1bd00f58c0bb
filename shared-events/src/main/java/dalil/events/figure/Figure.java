package dalil.events.figure;

import dalil.events.Protected;
import dalil.events.claim.Occurred;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A total as somebody published it.
 *
 * @param publisher UUID of the source that published it
 * @param origin UUID of the source that it has it from, or {@code self}, or {@code unknown}
 * @param reportedVia UUID of the source in which we read it; null if at the publisher's
 * @param published EDTF date; null if not known
 * @param asOf the moment or the days it is about; null if not stated
 * @param measure a code of the list {@code figure-measure}
 * @param measureWords what exactly was counted, in the publisher's words
 * @param unit a code of the list {@code figure-unit}
 * @param period a code of the list {@code figure-period}
 * @param population a code of the list {@code figure-population}
 * @param populationWords whom it counts, in the publisher's words
 * @param qualifier a code of the list {@code figure-qualifier}
 * @param least the number; the lower end where the qualifier is {@code range}
 * @param greatest the upper end of a range; otherwise the same as {@code least}
 * @param partOf UUID of the figure of which it is a part; null if of none
 * @param place path of the place whose people or incidents it counts, as in {@link dalil.events.claim.Place}; null if not stated
 */
public record Figure(
        String publisher,
        String origin,
        @Nullable String reportedVia,
        @Nullable String published,
        @Nullable Occurred asOf,
        String measure,
        @Nullable Protected<String> measureWords,
        String unit,
        String period,
        String population,
        @Nullable Protected<String> populationWords,
        Includes includes,
        String qualifier,
        long least,
        long greatest,
        @Nullable String partOf,
        @Nullable Protected<String> note,
        @Nullable List<String> place) {

    /** The same without the texts that were erased in another telling of it: what was erased does not come back. */
    public Figure withoutErasedIn(Figure other) {
        return new Figure(
                publisher,
                origin,
                reportedVia,
                published,
                asOf,
                measure,
                unlessErased(measureWords, other.measureWords),
                unit,
                period,
                population,
                unlessErased(populationWords, other.populationWords),
                includes,
                qualifier,
                least,
                greatest,
                partOf,
                unlessErased(note, other.note),
                place);
    }

    private static @Nullable Protected<String> unlessErased(
            @Nullable Protected<String> text, @Nullable Protected<String> other) {
        return other != null && other.isErased() ? null : text;
    }

    /** Who is in the number, as far as it is stated: codes of the list {@code yes-no}. */
    public record Includes(String dead, String securityForces, String medics) {}
}
