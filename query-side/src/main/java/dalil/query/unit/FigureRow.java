package dalil.query.unit;

import dalil.events.claim.Occurred;
import dalil.events.figure.Figure;
import dalil.query.record.FigureState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published total as it is listed and set beside others. No text of its publisher is here.
 *
 * @param unit its number: the ledger index of its first fact
 * @param retracted whether the record should not stand
 * @param withdrawn whether its publisher took it back
 * @param disputed whether somebody says that it is not so
 * @param asOf EDTF date that it is about; null if not stated
 * @param asOfFrom first day that it is about; null where open or not stated
 * @param place path of the place that it is about; empty if not stated
 * @param asOfTo last day that it is about; null where open or not stated
 */
public record FigureRow(
        long unit,
        String id,
        boolean retracted,
        boolean withdrawn,
        boolean disputed,
        String publisher,
        String origin,
        @Nullable String reportedVia,
        @Nullable String published,
        @Nullable String asOf,
        @Nullable String asOfFromTime,
        @Nullable String asOfToTime,
        @Nullable Integer asOfFrom,
        @Nullable Integer asOfTo,
        String measure,
        String unitCounted,
        String period,
        String population,
        String includesDead,
        String includesSecurityForces,
        String includesMedics,
        String qualifier,
        long least,
        long greatest,
        @Nullable String partOf,
        @Nullable String followedBy,
        @Nullable String dataset,
        List<String> place)
        implements UnitRow {

    /** The row of a state that has at least one fact. */
    public static FigureRow of(FigureState state) {
        Figure figure = state.figure();
        Occurred asOf = figure.asOf();
        Occurred.Hours hours = asOf == null ? null : asOf.timeOfDay();
        TimeCells.Span span = asOf == null ? null : TimeCells.Span.of(asOf);
        return new FigureRow(
                state.firstIndex(),
                state.id(),
                state.retraction().isPresent(),
                state.withdrawal().isPresent(),
                !state.disputes().isEmpty(),
                figure.publisher(),
                figure.origin(),
                figure.reportedVia(),
                figure.published(),
                asOf == null ? null : asOf.date(),
                hours == null ? null : hours.from(),
                hours == null ? null : hours.to(),
                span == null || span.from() == DayKeys.FIRST ? null : Integer.valueOf(span.from()),
                span == null || span.to() == DayKeys.LAST ? null : Integer.valueOf(span.to()),
                figure.measure(),
                figure.unit(),
                figure.period(),
                figure.population(),
                figure.includes().dead(),
                figure.includes().securityForces(),
                figure.includes().medics(),
                figure.qualifier(),
                figure.least(),
                figure.greatest(),
                figure.partOf(),
                state.next().isEmpty()
                        ? null
                        : state.next().get(state.next().size() - 1).figure(),
                state.dataset().orElse(null),
                figure.place() == null ? List.of() : figure.place());
    }
}
