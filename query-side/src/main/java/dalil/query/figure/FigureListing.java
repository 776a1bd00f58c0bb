package dalil.query.figure;

import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.question.Moments;
import dalil.query.question.Question;
import dalil.query.record.answer.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which figures there are. */
public final class FigureListing {

    private final FigureList figures;
    private final Moments moments;

    public FigureListing(FactsTable table, Streams streams, Moments moments) {
        this.figures = new FigureList(table, streams);
        this.moments = moments;
    }

    /** @param index ledger index of the last fact that it reflects */
    public record Listed(long index, Map<String, String> filters, List<PublishedFigure> figures) {}

    /** @param parameters of the request, each with all its values */
    public Listed ask(Map<String, List<String>> parameters) {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (FigureList.filters().contains(name)) {
                filters.put(name, Question.one(name, values));
            } else if (!Moments.PARAMETERS.contains(name)) {
                throw new BadQuestion(
                        name,
                        "unknown-parameter",
                        "the parameters here are " + String.join(", ", FigureList.filters()) + ", asOf, atLeast");
            }
        });
        long index = moments.of(parameters);
        return new Listed(index, filters, figures.read(filters, index));
    }
}
