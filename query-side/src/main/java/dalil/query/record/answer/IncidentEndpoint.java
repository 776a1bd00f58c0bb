package dalil.query.record.answer;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An incident with its uses of force, and its history. */
@RestController
@RequestMapping(path = "/api/incidents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class IncidentEndpoint extends RecordEndpoint<IncidentAnswer> {

    public IncidentEndpoint(Streams streams) {
        super(
                "incident",
                "incidents",
                streams,
                (reader, found) -> IncidentAnswer.of(found.facts(), streams.zone()),
                RecordHistory::ofIncident);
    }
}
