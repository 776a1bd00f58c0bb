package dalil.query.figure;

import dalil.query.tally.Tally;
import dalil.query.tally.TallyQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/tallies}. */
@RestController
public class TallyEndpoint {

    private final TallyQuery tallies;
    private final BesideTally figures;

    public TallyEndpoint(TallyQuery tallies, BesideTally figures) {
        this.tallies = tallies;
        this.figures = figures;
    }

    @GetMapping("/api/tallies")
    ResponseEntity<TallyAnswer> tally(@RequestParam MultiValueMap<String, String> parameters) {
        Tally tally = tallies.ask(parameters);
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(tally.index()))
                .body(new TallyAnswer(
                        tally, figures.of(TallyQuery.question(parameters), tally.total(), tally.index())));
    }
}
