package dalil.query.record.answer;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A published total, and its history. */
@RestController
@RequestMapping(path = "/api/figures/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
public class FigureEndpoint extends RecordEndpoint<FigureAnswer> {

    public FigureEndpoint(Streams streams) {
        super(
                "figure",
                "figures",
                streams,
                (reader, found) -> FigureAnswer.of(found.facts(), streams.zone()),
                FigureAnswer::history);
    }
}
