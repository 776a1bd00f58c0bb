package dalil.query.figure;

import dalil.query.figure.FigureListing.Listed;
import dalil.query.page.PlainPage;
import dalil.query.tally.TallyQuery;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures} and {@code GET /api/reconciliation}, and the page {@code /reconciliation}. */
@RestController
public class FiguresEndpoint {

    private final FigureListing figures;
    private final ReconciliationQuery reconciliations;

    public FiguresEndpoint(FigureListing figures, TallyQuery tallies) {
        this.figures = figures;
        this.reconciliations = new ReconciliationQuery(tallies);
    }

    @GetMapping("/api/figures")
    ResponseEntity<Listed> figures(@RequestParam MultiValueMap<String, String> parameters) {
        Listed listed = figures.page(parameters);
        return answered(listed.index(), listed);
    }

    @GetMapping("/api/reconciliation")
    ResponseEntity<Reconciliation> reconciliation(@RequestParam MultiValueMap<String, String> parameters) {
        Reconciliation reconciliation = reconciliations.of(figures.all(parameters));
        return answered(reconciliation.index(), reconciliation);
    }

    @GetMapping(path = "/reconciliation", produces = PlainPage.HTML)
    String page(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) {
        PlainPage.protect(response);
        return ReconciliationPage.of(reconciliations.of(figures.all(parameters)));
    }

    private static <T> ResponseEntity<T> answered(long index, T answer) {
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(index))
                .body(answer);
    }
}
