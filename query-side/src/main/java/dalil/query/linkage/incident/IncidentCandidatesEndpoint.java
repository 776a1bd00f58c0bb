package dalil.query.linkage.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.query.linkage.Likeness;
import dalil.query.linkage.Threshold;
import dalil.query.linkage.incident.IncidentsSeen.After;
import dalil.query.linkage.incident.IncidentsSeen.Candidate;
import dalil.query.linkage.incident.IncidentsSeen.Pair;
import dalil.query.linkage.incident.IncidentsSeen.Pairs;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.UnknownRecord;
import dalil.query.wire.Standpoint;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records that may be about the same incident, for a person to decide: {@code GET /api/incidents/{id}/candidates} of one, and
 * {@code GET /api/incidents/candidates?listedBy=&against=} of all that one publisher lists beside what another lists.
 */
@RestController
@RequestMapping("/api/incidents")
public class IncidentCandidatesEndpoint {

    private static final int MOST = 50;
    private static final int LIMIT = 100;
    private static final int MOST_PAIRS = 1_000;
    private static final int COMPARISONS = 100_000;
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f-]{36})_([0-9a-f-]{36}|~)");
    private static final String NOTE =
            "Candidates, not findings: a person decides, with a reason, by POST /api/incidents/{id}/merger. One that stays open is"
                    + " noted by POST /api/incidents/{id}/candidates, and counted once in what is corroborated; one that was dismissed"
                    + " is not told again.";

    private final IncidentsSeen incidents;

    public IncidentCandidatesEndpoint(Ledger ledger, FactMapper mapper) {
        this.incidents = new IncidentsSeen(ledger, mapper);
    }

    /** @param index ledger index of the last fact that it reflects */
    record Candidates(String id, long index, String note, List<Found> candidates) {}

    /**
     * A record that may be about the same incident.
     *
     * @param score between 0 and 1
     * @param why what speaks for it and against it
     */
    record Found(String id, double score, List<Likeness.Reason> why, String record) {}

    /**
     * Some of the pairs, ordered by their ids.
     *
     * @param index ledger index of the last fact that this page reflects; each page is about now
     * @param next cursor of the next page, which a page without any pair may have too; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidatePairs(
            long index,
            String note,
            List<FoundPair> candidates,
            @Nullable String next) {}

    /**
     * Two records that may be about one incident.
     *
     * @param incident the one that the first dataset lists
     * @param score between 0 and 1
     * @param why what speaks for it and against it
     */
    record FoundPair(String incident, String candidate, double score, List<Likeness.Reason> why, String record) {}

    @GetMapping("/{id}/candidates")
    ResponseEntity<Candidates> candidates(
            @PathVariable("id") String id, @RequestParam(name = "above", required = false) @Nullable String above) {
        double least = Threshold.of(above);
        IncidentSeen incident;
        List<Candidate> likely;
        long index;
        synchronized (incidents) { // so that the index is the one that all of it reflects
            incidents.catchUp();
            incident = incidents.find(id.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownRecord("incident"));
            likely = incidents.candidates(incident, least, MOST);
            index = incidents.position();
        }
        List<Found> found = likely.stream()
                .map(candidate -> new Found(
                        candidate.incident().id(),
                        candidate.likeness().told(),
                        candidate.likeness().reasons(),
                        record(candidate.incident().id())))
                .toList();
        return ResponseEntity.ok()
                .header(Standpoint.HEADER, Long.toString(index))
                .body(new Candidates(incident.id(), index, NOTE, found));
    }

    @GetMapping("/candidates")
    ResponseEntity<CandidatePairs> pairs(
            @RequestParam(name = "listedBy", required = false) @Nullable String listedBy,
            @RequestParam(name = "against", required = false) @Nullable String against,
            @RequestParam(name = "above", required = false) @Nullable String above,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        double least = Threshold.of(above);
        int most = limit(limit);
        After after = after(cursor);
        Pairs pairs;
        long index;
        synchronized (incidents) {
            incidents.catchUp();
            String dataset = known("listedBy", listedBy);
            String other = against == null ? null : known("against", against);
            pairs = incidents.pairs(dataset, other, least, after, most, COMPARISONS);
            index = incidents.position();
        }
        After next = pairs.next();
        return ResponseEntity.ok()
                .header(Standpoint.HEADER, Long.toString(index))
                .body(new CandidatePairs(
                        index,
                        NOTE,
                        pairs.pairs().stream()
                                .map(IncidentCandidatesEndpoint::shown)
                                .toList(),
                        next == null ? null : next.one() + "_" + next.other()));
    }

    private static FoundPair shown(Pair pair) {
        return new FoundPair(
                pair.one(),
                pair.other(),
                pair.likeness().told(),
                pair.likeness().reasons(),
                record(pair.other()));
    }

    private static String record(String id) {
        return "/api/incidents/" + id;
    }

    private String known(String parameter, @Nullable String dataset) {
        if (dataset == null) {
            throw new BadQuestion(
                    parameter, "missing-parameter", "the name of a dataset, whose listing is looked through");
        }
        if (!incidents.knows(dataset)) {
            throw new BadQuestion(parameter, "unknown-word", "no dataset of this name was ever imported");
        }
        return dataset;
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return LIMIT;
        }
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST_PAIRS) {
            throw new BadQuestion("limit", "bad-number", "a number from 1 to " + MOST_PAIRS);
        }
        return Integer.parseInt(limit);
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new BadQuestion("cursor", "bad-cursor", "the value of next in the page before");
        }
        return new After(parts.group(1), parts.group(2));
    }
}
