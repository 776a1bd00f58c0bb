package dalil.command.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that the figure operations take. */
final class FigureForms {

    private FigureForms() {}

    /**
     * A total as it was published.
     *
     * @param publisher id of a source, or what it is called; likewise {@code origin} and {@code reportedVia}
     * @param origin from whom the publisher has it: {@code self} (also if absent), {@code unknown}, or a source
     * @param published EDTF date, or {@code unknown}
     * @param asOf EDTF date, or {@code {"date","timeOfDay","words"}}
     * @param measure a word of the list {@code figure-measure}
     * @param unit a word of the list {@code figure-unit}; {@code persons} if absent
     * @param period a word of the list {@code figure-period}; {@code not-stated} if absent
     * @param population a word of the list {@code figure-population}; {@code not-stated} if absent
     * @param qualifier a word of the list {@code figure-qualifier}; {@code exactly} if absent
     * @param value a whole number, or {@code {"least","greatest"}} for a range
     * @param place path of the place that it is about, from the country down, as claims write it; not stated if absent
     * @param reason for a correction only, and required there
     */
    record FigureForm(
            @Nullable String id,
            @Nullable String publisher,
            @Nullable String origin,
            @Nullable String reportedVia,
            @Nullable String published,
            @Nullable JsonNode asOf,
            @Nullable String asOfWords,
            @Nullable String measure,
            @Nullable String measureWords,
            @Nullable String unit,
            @Nullable String period,
            @Nullable String population,
            @Nullable String populationWords,
            @Nullable IncludesForm includes,
            @Nullable String qualifier,
            @Nullable JsonNode value,
            @Nullable String partOf,
            @Nullable String note,
            @Nullable List<String> place,
            @Nullable String reason) {}

    /** Words of the list {@code yes-no}; {@code not-stated} if absent. */
    record IncludesForm(
            @Nullable String dead,
            @Nullable String securityForces,
            @Nullable String medics) {}

    /** @param next id of the next figure of the same series */
    record FollowForm(@Nullable String next) {}

    /**
     * @param source id of the source in which the publisher takes it back
     * @param quote the publisher's own words; required, since only they show that it did
     */
    record WithdrawalForm(
            @Nullable String source,
            @Nullable String reported,
            @Nullable String quote) {}
}
