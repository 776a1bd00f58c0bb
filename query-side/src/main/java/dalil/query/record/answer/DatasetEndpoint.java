package dalil.query.record.answer;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An imported file and what it listed when, and its history. */
@RestController
@RequestMapping(path = "/api/datasets/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class DatasetEndpoint extends RecordEndpoint<DatasetAnswer> {

    public DatasetEndpoint(Streams streams) {
        super(
                "dataset",
                "datasets",
                streams,
                (reader, found) -> DatasetAnswer.of(found.id(), found.facts()),
                DatasetAnswer::history);
    }
}
