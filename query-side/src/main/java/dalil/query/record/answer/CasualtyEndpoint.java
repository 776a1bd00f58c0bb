package dalil.query.record.answer;

import dalil.query.record.AbsorbedRecords;
import dalil.query.record.CasualtyState;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A casualty with its injuries, and its history. */
@RestController
@RequestMapping(path = "/api/casualties/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class CasualtyEndpoint extends RecordEndpoint<CasualtyAnswer> {

    public CasualtyEndpoint(Streams streams, AbsorbedRecords absorbed) {
        super(
                "casualty",
                "casualties",
                new RecordReader(streams, absorbed::position),
                new RecordReader(streams),
                (reader, found) -> CasualtyAnswer.of(
                        found.facts(),
                        new TogetherReader<>("casualty", streams, absorbed, CasualtyState::new).read(found),
                        streams.zone()),
                RecordHistory::ofCasualty);
    }
}
