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

/** A source, and from whom it has it, and its history. */
@RestController
@RequestMapping(path = "/api/sources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class SourceEndpoint {

    private static final String KIND = "source";

    private final RecordReader reader;

    public SourceEndpoint(Streams streams) {
        this.reader = new RecordReader(streams);
    }

    @GetMapping
    SourceAnswer source(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return reader.answer(
                new Question(KIND, id, asOf, atLeast),
                response,
                found -> SourceAnswer.of(found.facts(), reader.sourcesAt(found.position())));
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
                found -> HistoryAnswer.of(KIND, found, SourceHistory.of(found.facts())));
    }
}
