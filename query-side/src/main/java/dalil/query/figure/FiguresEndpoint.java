package dalil.query.figure;

import dalil.query.facts.FactsTable;
import dalil.query.page.PlainPage;
import dalil.query.problem.BadQuestion;
import dalil.query.question.Moments;
import dalil.query.question.Question;
import dalil.query.record.answer.Streams;
import dalil.query.tally.TallyQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures}, {@code GET /api/reconciliation}, and the page {@code /reconciliation}. */
@RestController
public class FiguresEndpoint {

    private final FigureList figures;
    private final ReconciliationQuery reconciliations;
    private final Moments moments;

    public FiguresEndpoint(FactsTable table, Streams streams, TallyQuery tallies, Moments moments) {
        this.figures = new FigureList(table, streams);
        this.reconciliations = new ReconciliationQuery(figures, tallies);
        this.moments = moments;
    }

    /** @param index ledger index of the last fact that it reflects */
    record Listed(long index, Map<String, String> filters, List<PublishedFigure> figures) {}

    @GetMapping("/api/figures")
    ResponseEntity<Listed> figures(@RequestParam MultiValueMap<String, String> parameters) {
        Map<String, String> filters = filters(parameters);
        long index = moments.of(parameters);
        return answered(index, new Listed(index, filters, figures.read(filters, index)));
    }

    @GetMapping("/api/reconciliation")
    ResponseEntity<Reconciliation> reconciliation(@RequestParam MultiValueMap<String, String> parameters) {
        Map<String, String> filters = filters(parameters);
        long index = moments.of(parameters);
        return answered(index, reconciliations.ask(filters, index));
    }

    @GetMapping(path = "/reconciliation", produces = PlainPage.HTML)
    String page(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) {
        PlainPage.protect(response);
        return ReconciliationPage.of(reconciliations.ask(filters(parameters), moments.of(parameters)));
    }

    private static <T> ResponseEntity<T> answered(long index, T answer) {
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(index))
                .body(answer);
    }

    private static Map<String, String> filters(MultiValueMap<String, String> parameters) {
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
        return filters;
    }
}
