package dalil.query.record.answer;

import dalil.query.record.answer.RecordReader.Question;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An incident with its uses of force, and its history. */
@RestController
@RequestMapping(path = "/api/incidents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class IncidentEndpoint {

    private static final String KIND = "incident";

    private final Streams streams;
    private final RecordReader reader;

    public IncidentEndpoint(Streams streams) {
        this.streams = streams;
        this.reader = new RecordReader(streams);
    }

    @GetMapping
    IncidentAnswer incident(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return reader.answer(
                new Question(KIND, id, asOf, atLeast),
                response,
                found -> IncidentAnswer.of(found.facts(), streams.zone()));
    }

    @GetMapping("/history")
    HistoryAnswer history(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return reader.answer(
                new Question(KIND, id, asOf, atLeast),
                response,
                found -> HistoryAnswer.of(KIND, found, IncidentHistory.of(found.facts())));
    }
}
