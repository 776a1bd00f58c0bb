package dalil.query.record.answer;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What someone told us, and its history. */
@RestController
@RequestMapping(path = "/api/reports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class ReportEndpoint extends RecordEndpoint<ReportAnswer> {

    public ReportEndpoint(Streams streams) {
        super("report", "reports", streams, (reader, found) -> ReportAnswer.of(found.facts()), ReportHistory::of);
    }
}
