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

/** An imported file and what it listed when, and its history. */
@RestController
@RequestMapping(path = "/api/datasets/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class DatasetEndpoint {

    private static final String KIND = "dataset";

    private final RecordReader reader;

    public DatasetEndpoint(Streams streams) {
        this.reader = new RecordReader(streams);
    }

    @GetMapping
    DatasetAnswer dataset(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return reader.answer(
                new Question(KIND, id, asOf, atLeast), response, found -> DatasetAnswer.of(found.id(), found.facts()));
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
                found -> HistoryAnswer.of(KIND, found, DatasetAnswer.history(found.facts())));
    }
}
