package dalil.query.linkage;

import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.query.problem.UnknownRecord;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/casualties/{id}/candidates}: records that may be about the same person, for a person to decide. */
@RestController
public class CandidatesEndpoint {

    private static final int MOST = 50;
    private static final String NOTE =
            "Candidates, not findings: a person decides, with a reason, by POST /api/casualties/{id}/merger. One that stays open is"
                    + " noted by POST /api/casualties/{id}/candidates, and counted once in what is corroborated; one that was dismissed is"
                    + " not told again.";

    private final PeopleSeen people;

    public CandidatesEndpoint(Ledger ledger, FactMapper mapper) {
        this.people = new PeopleSeen(ledger, mapper);
    }

    /** @param index ledger index of the last fact that it reflects */
    record Candidates(String id, long index, String note, List<Found> candidates) {}

    /**
     * A record that may be about the same person.
     *
     * @param score between 0 and 1
     * @param why what speaks for it and against it
     */
    record Found(String id, double score, List<Likeness.Reason> why, String record) {}

    @GetMapping("/api/casualties/{id}/candidates")
    ResponseEntity<Candidates> candidates(
            @PathVariable("id") String id, @RequestParam(name = "above", required = false) @Nullable String above) {
        double least = Threshold.of(above);
        people.catchUp();
        PersonSeen person = people.find(id.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownRecord("casualty"));
        List<Found> found = people.candidates(person, least, MOST).stream()
                .map(candidate -> new Found(
                        candidate.person().id(),
                        candidate.likeness().told(),
                        candidate.likeness().reasons(),
                        "/api/casualties/" + candidate.person().id()))
                .toList();
        long index = people.position();
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(index))
                .body(new Candidates(person.id(), index, NOTE, found));
    }
}
