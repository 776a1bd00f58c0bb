package dalil.query.figure;

import dalil.query.figure.Reconciliation.Beside;
import dalil.query.figure.Reconciliation.Documented;
import dalil.query.figure.Reconciliation.Gap;
import dalil.query.figure.Reconciliation.Series;
import dalil.query.tally.Tally;
import dalil.query.tally.TallyQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets published totals beside documented people. */
final class ReconciliationQuery {

    private final TallyQuery tallies;

    ReconciliationQuery(TallyQuery tallies) {
        this.tallies = tallies;
    }

    /** Each figure that was not retracted with what is documented beside it. */
    Reconciliation of(FigureListing.Listed listed) {
        long index = listed.index();
        List<PublishedFigure> found =
                listed.figures().stream().filter(figure -> !figure.retracted()).toList();
        Map<Kind, List<Beside>> series = new LinkedHashMap<>();
        Map<String, Documented> counted = new HashMap<>();
        for (PublishedFigure figure : found) {
            series.computeIfAbsent(Kind.of(figure), any -> new ArrayList<>()).add(beside(figure, counted, index));
        }
        return new Reconciliation(
                Tally.RULE,
                index,
                Tally.NOTE,
                series.entrySet().stream()
                        .map(one -> new Series(
                                one.getKey().measure(),
                                one.getKey().unit(),
                                one.getKey().period(),
                                one.getKey().population(),
                                one.getKey().place().isEmpty()
                                        ? null
                                        : one.getKey().place(),
                                one.getValue()))
                        .toList(),
                Bulletin.of(found));
    }

    private Beside beside(PublishedFigure figure, Map<String, Documented> counted, long index) {
        Comparison comparison = Comparison.of(figure);
        if (comparison.tally() == null) {
            return new Beside(figure, null, null, comparison.why());
        }
        String tally = comparison.tally() + "&asOf=" + index;
        Documented documented = counted.computeIfAbsent(tally, this::count);
        Gap gap = figure.exactPersons() >= 0
                ? new Gap(figure.least() - documented.reported(), figure.least() - documented.corroborated())
                : null;
        return new Beside(figure, documented, gap, null);
    }

    private Documented count(String question) {
        return Documented.of(tallies.ask(Comparison.parameters(question)).total(), "/api/tallies?" + question);
    }
}
