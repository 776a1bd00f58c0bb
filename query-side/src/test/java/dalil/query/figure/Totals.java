package dalil.query.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures as tests make them up. */
final class Totals {

    static final String MINISTRY = "ministry";

    private Totals() {}

    static PublishedFigure of(String id, String measure, String period, long number) {
        return of(id, measure, "persons", period, "all", "exactly", number, "2020-10-06", null);
    }

    static PublishedFigure of(
            String id,
            String measure,
            String unit,
            String period,
            String population,
            String qualifier,
            long number,
            String asOf,
            @Nullable String partOf) {
        String[] ends = asOf.split("/", -1);
        return new PublishedFigure(
                id,
                1,
                new PublishedFigure.Publisher(MINISTRY, "<script>alert(1)</script> Министрлик"),
                "self",
                null,
                null,
                null,
                "2020-10-06",
                new PublishedFigure.AsOf(asOf, null, null, ends[0], ends[ends.length - 1]),
                measure,
                unit,
                period,
                population,
                new PublishedFigure.Includes("not-stated", "not-stated", "not-stated"),
                qualifier,
                number,
                number,
                partOf,
                null,
                false,
                false,
                false,
                null,
                null,
                "/api/figures/" + id + "?asOf=9");
    }

    /** The same, as an outlet of that name told it. */
    static PublishedFigure via(PublishedFigure of, String outlet) {
        return copy(of, outlet, of.place());
    }

    /** The same, of a place. */
    static PublishedFigure in(PublishedFigure of, String... place) {
        return copy(of, of.reportedVia(), List.of(place));
    }

    private static PublishedFigure copy(PublishedFigure of, @Nullable String outlet, @Nullable List<String> place) {
        return new PublishedFigure(
                of.id(),
                of.index(),
                of.publisher(),
                of.origin(),
                of.originName(),
                outlet,
                outlet,
                of.published(),
                of.asOf(),
                of.measure(),
                of.unit(),
                of.period(),
                of.population(),
                of.includes(),
                of.qualifier(),
                of.least(),
                of.greatest(),
                of.partOf(),
                of.followedBy(),
                of.disputed(),
                of.withdrawnByPublisher(),
                of.retracted(),
                of.dataset(),
                place,
                of.record());
    }
}
