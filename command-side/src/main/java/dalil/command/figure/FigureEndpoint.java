package dalil.command.figure;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.claim.ClaimReading;
import dalil.command.figure.FigureCommand.CorrectFigure;
import dalil.command.figure.FigureCommand.DisputeFigure;
import dalil.command.figure.FigureCommand.FollowFigure;
import dalil.command.figure.FigureCommand.PublishFigure;
import dalil.command.figure.FigureCommand.RetractFigure;
import dalil.command.figure.FigureCommand.WithdrawFigure;
import dalil.command.figure.FigureForms.FigureForm;
import dalil.command.figure.FigureForms.FollowForm;
import dalil.command.figure.FigureForms.WithdrawalForm;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.record.RecordForms.DisputeForm;
import dalil.command.record.RecordForms.ReasonForm;
import dalil.command.source.SourcesByName;
import dalil.events.figure.Figure;
import dalil.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures over HTTP. */
@RestController
@RequestMapping(path = "/api/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
class FigureEndpoint {

    private final Writes writes;
    private final Ledger ledger;
    private final Supplier<UUID> ids;

    FigureEndpoint(Writes writes, Ledger ledger, Supplier<UUID> recordIds) {
        this.writes = writes;
        this.ledger = ledger;
        this.ids = recordIds;
    }

    @PostMapping
    ResponseEntity<Written> publish(WriteCall call, @RequestBody FigureForm form) {
        String stream = Streams.figure(Ids.given(form.id(), ids));
        return written(call, form, stream, figure -> new PublishFigure(stream, figure));
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<Written> correct(WriteCall call, @PathVariable String id, @RequestBody FigureForm form) {
        String stream = Streams.figure(Ids.path(id));
        long version = call.version();
        return written(
                call, form, stream, figure -> new CorrectFigure(stream, version, figure, orEmpty(form.reason())));
    }

    /** Sources that are only named are registered in the same append. */
    private ResponseEntity<Written> written(
            WriteCall call, FigureForm form, String stream, Function<Figure, StreamCommand> command) {
        SourcesByName sources = new SourcesByName(ledger);
        ClaimReading reading = new ClaimReading(stream, ids);
        Figure figure = new FigureReading(sources, reading).figure(form);
        reading.refuseIfUnreadable();
        List<StreamCommand> commands = new ArrayList<>(sources.commands());
        commands.add(command.apply(figure));
        return writes.together(call, form, stream, commands);
    }

    @PostMapping("/{id}/retraction")
    ResponseEntity<Written> retract(WriteCall call, @PathVariable String id, @RequestBody ReasonForm form) {
        return writes.add(
                call, form, new RetractFigure(Streams.figure(Ids.path(id)), call.version(), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/following")
    ResponseEntity<Written> follow(WriteCall call, @PathVariable String id, @RequestBody FollowForm form) {
        String next = orEmpty(form.next()).toLowerCase(Locale.ROOT);
        return writes.add(call, form, new FollowFigure(Streams.figure(Ids.path(id)), next));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Written> withdraw(WriteCall call, @PathVariable String id, @RequestBody WithdrawalForm form) {
        String source = orEmpty(form.source()).toLowerCase(Locale.ROOT);
        return writes.add(
                call,
                form,
                new WithdrawFigure(Streams.figure(Ids.path(id)), source, form.reported(), orEmpty(form.quote())));
    }

    @PostMapping("/{id}/dispute")
    ResponseEntity<Written> dispute(WriteCall call, @PathVariable String id, @RequestBody DisputeForm form) {
        return writes.add(
                call, form, new DisputeFigure(Streams.figure(Ids.path(id)), form.source(), orEmpty(form.reason())));
    }
}
