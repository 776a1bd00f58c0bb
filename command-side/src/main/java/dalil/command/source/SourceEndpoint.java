package dalil.command.source;

import dalil.command.Streams;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.source.SourceCommand.CorrectOrigin;
import dalil.command.source.SourceCommand.RateSource;
import dalil.command.source.SourceCommand.StateIndependence;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sources over HTTP. */
@RestController
@RequestMapping(path = "/api/sources", consumes = MediaType.APPLICATION_JSON_VALUE)
class SourceEndpoint {

    private final Writes writes;
    private final Supplier<UUID> ids;

    SourceEndpoint(Writes writes, Supplier<UUID> recordIds) {
        this.writes = writes;
        this.ids = recordIds;
    }

    record RatingForm(
            @Nullable String reliability, @Nullable String reason) {}

    record OriginForm(@Nullable String origin, @Nullable String reason) {}

    /** @param basis a word of the list {@code independence-basis} */
    record IndependenceForm(
            @Nullable String other,
            @Nullable String basis,
            @Nullable String reason) {}

    @PostMapping
    ResponseEntity<Written> register(WriteCall call, @RequestBody SourceForm form) {
        String stream = Streams.source(Ids.given(form.id(), ids));
        return writes.create(call, form, form.command(stream));
    }

    @PostMapping("/{id}/rating")
    ResponseEntity<Written> rate(WriteCall call, @PathVariable String id, @RequestBody RatingForm form) {
        return writes.add(
                call,
                form,
                new RateSource(Streams.source(Ids.path(id)), orEmpty(form.reliability()), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/origin")
    ResponseEntity<Written> correctOrigin(WriteCall call, @PathVariable String id, @RequestBody OriginForm form) {
        return writes.add(
                call,
                form,
                new CorrectOrigin(
                        Streams.source(Ids.path(id)), call.version(), orEmpty(form.origin()), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/independence")
    ResponseEntity<Written> stateIndependence(
            WriteCall call, @PathVariable String id, @RequestBody IndependenceForm form) {
        return writes.add(
                call,
                form,
                new StateIndependence(
                        Streams.source(Ids.path(id)),
                        orEmpty(form.other()),
                        orEmpty(form.basis()),
                        orEmpty(form.reason())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
