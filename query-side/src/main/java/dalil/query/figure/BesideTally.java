package dalil.query.figure;

import dalil.query.facts.FactsTable;
import dalil.query.figure.FiguresBeside.Apart;
import dalil.query.figure.FiguresBeside.Compared;
import dalil.query.figure.Reconciliation.Gap;
import dalil.query.question.Breakdown.Numbers;
import dalil.query.question.Question;
import dalil.query.record.answer.Streams;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the published totals that count what a tally counts, and says of the others why they do not. */
public final class BesideTally {

    private static final String FORCE_USES = "force-uses";

    private final FigureList figures;

    public BesideTally(FactsTable table, Streams streams) {
        this.figures = new FigureList(table, streams);
    }

    /**
     * What stands beside a tally's total.
     *
     * @param index ledger index of the tally
     */
    FiguresBeside of(Question question, Numbers total, long index) {
        if (question.of().equals(FORCE_USES)) {
            return FiguresBeside.NONE;
        }
        List<Compared> comparable = new ArrayList<>();
        List<Apart> apart = new ArrayList<>();
        for (Map.Entry<Kind, Long> each : figures.kinds(index).entrySet()) {
            Kind kind = each.getKey();
            if (question.of().equals(kind.unit().equals("incidents") ? "incidents" : "casualties")) {
                List<PublishedFigure> same = comparable(question, kind, index);
                same.forEach(figure -> comparable.add(new Compared(figure, gap(figure, total))));
                if (same.size() < each.getValue()) {
                    apart.add(apart(kind, each.getValue() - same.size(), question, index));
                }
            }
        }
        return new FiguresBeside(List.copyOf(comparable), List.copyOf(apart));
    }

    private List<PublishedFigure> comparable(Question question, Kind kind, long index) {
        String tally = Comparison.of(kind, question.day()).tally();
        if (tally == null || !question.isSameAs(Question.of(Comparison.parameters(tally), Set.of()))) {
            return List.of();
        }
        return figures.read(kind.filters(), index).stream()
                .filter(figure -> figure.stands()
                        && Kind.of(figure).equals(kind)
                        && (!kind.isOfMoment()
                                || question.day() != null && question.day().equals(figure.day())))
                .toList();
    }

    private static @Nullable Gap gap(PublishedFigure figure, Numbers total) {
        return figure.exactPersons() < 0
                ? null
                : new Gap(figure.least() - total.reported(), figure.least() - total.corroborated());
    }

    private static Apart apart(Kind kind, long many, Question question, long index) {
        Comparison comparison = Comparison.of(kind, question.day());
        String why = comparison.why();
        if (kind.isOfMoment() && question.day() == null) {
            why = Comparison.NOT_COMPARABLE + "it is about a moment, which is asked for with count=persons-at&at=DAY";
        } else if (why == null && !kind.isAbout(question.filters().getOrDefault("place", List.of()))) {
            why = Comparison.NOT_COMPARABLE + "place: "
                    + (kind.place().isEmpty() ? "it states none" : "it is about " + kind.where());
        } else if (why == null) {
            why = Comparison.NOT_COMPARABLE
                    + (kind.isOfMoment() ? "it is of another day, or counted with " : "it is counted with ")
                    + comparison.tally();
        }
        return new Apart(
                kind.measure(),
                kind.unit(),
                kind.period(),
                kind.population(),
                many,
                why,
                kind.place().isEmpty() ? null : kind.place(),
                "/api/figures?measure=%s&unit=%s&period=%s&population=%s&place=%s&asOf=%d"
                        .formatted(
                                kind.measure(),
                                kind.unit(),
                                kind.period(),
                                kind.population(),
                                URLEncoder.encode(kind.where(), StandardCharsets.UTF_8),
                                index));
    }
}
