package dalil.query.record.answer;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A source, and from whom it has it, and its history. */
@RestController
@RequestMapping(path = "/api/sources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class SourceEndpoint extends RecordEndpoint<SourceAnswer> {

    public SourceEndpoint(Streams streams) {
        super(
                "source",
                "sources",
                streams,
                (reader, found) -> SourceAnswer.of(found.facts(), reader.sourcesAt(found.position())),
                SourceHistory::of);
    }
}
