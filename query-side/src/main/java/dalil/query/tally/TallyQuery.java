package dalil.query.tally;

import dalil.query.facts.FactsTable;
import dalil.query.question.Breakdown;
import dalil.query.question.Moments;
import dalil.query.question.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many units, by what. */
public final class TallyQuery {

    private static final Set<String> OTHERS = others();

    private final FactsTable table;
    private final Moments moments;

    public TallyQuery(FactsTable table, Moments moments) {
        this.table = table;
        this.moments = moments;
    }

    private static Set<String> others() {
        Set<String> others = new HashSet<>(Moments.PARAMETERS);
        others.addAll(Set.of("by", "format"));
        return Set.copyOf(others);
    }

    /** @param parameters of the request, each with all its values */
    public static Question question(Map<String, List<String>> parameters) {
        return Question.of(parameters, OTHERS);
    }

    /** @param parameters of the request, each with all its values */
    public Tally ask(Map<String, List<String>> parameters) {
        Question question = question(parameters);
        List<String> by = parameters.getOrDefault("by", List.of());
        long index = moments.of(parameters);
        Breakdown breakdown = new Breakdown(question, String.join(",", by), Tally.TIMELINE, table.words(), index);
        Breakdown.Result result = table.read(index, breakdown::count);
        return new Tally(
                Tally.RULE,
                index,
                question.filters(),
                question.unit().word(),
                question.count(),
                breakdown.by(),
                result.overlapping(),
                result.total(),
                result.days(),
                question.unit().isPart() ? null : result.undecided(),
                Tally.NOTE,
                result.cells().stream().map(Tally.Cell::of).toList());
    }
}
