package dalil.query.tally;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/tallies}. */
@RestController
public class TallyEndpoint {

    private final TallyQuery tallies;

    public TallyEndpoint(TallyQuery tallies) {
        this.tallies = tallies;
    }

    @GetMapping("/api/tallies")
    ResponseEntity<Tally> tally(@RequestParam MultiValueMap<String, String> parameters) {
        Tally tally = tallies.ask(parameters);
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(tally.index()))
                .body(tally);
    }
}
