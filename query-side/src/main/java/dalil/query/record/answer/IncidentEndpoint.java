package dalil.query.record.answer;

import dalil.query.record.AbsorbedRecords;
import dalil.query.record.IncidentState;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An incident with its uses of force, and its history. */
@RestController
@RequestMapping(path = "/api/incidents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class IncidentEndpoint extends RecordEndpoint<IncidentAnswer> {

    public IncidentEndpoint(Streams streams, AbsorbedRecords absorbed) {
        super(
                "incident",
                "incidents",
                new RecordReader(streams, absorbed::position),
                new RecordReader(streams),
                (reader, found) -> IncidentAnswer.of(
                        found.facts(),
                        new TogetherReader<>("incident", streams, absorbed, IncidentState::new).read(found),
                        streams.zone()),
                RecordHistory::ofIncident);
    }
}
