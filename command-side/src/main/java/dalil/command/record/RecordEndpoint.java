package dalil.command.record;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.claim.ClaimForm;
import dalil.command.claim.ClaimReading;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.record.RecordCommand.AcceptClaim;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordCommand.CorrectClaim;
import dalil.command.record.RecordCommand.DismissCandidate;
import dalil.command.record.RecordCommand.DisputeClaim;
import dalil.command.record.RecordCommand.MergeRecord;
import dalil.command.record.RecordCommand.NoteCandidate;
import dalil.command.record.RecordCommand.RetractRecord;
import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.record.RecordCommand.UnmergeRecord;
import dalil.command.record.RecordCommand.WithdrawClaim;
import dalil.command.record.RecordForms.CorrectionForm;
import dalil.command.record.RecordForms.DisputeForm;
import dalil.command.record.RecordForms.MergerForm;
import dalil.command.record.RecordForms.ReasonForm;
import dalil.command.record.RecordForms.ReviewForm;
import dalil.events.claim.Attribute;
import dalil.events.claim.ClaimValue;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What every record made of claims can be asked over HTTP, below the address of its own kind. */
public abstract class RecordEndpoint {

    private final ClaimedRecord.Kind kind;
    private final Function<String, String> streams;
    private final Writes writes;
    private final ClaimsOnRecord onRecord;
    private final Supplier<UUID> ids;

    /** @param streams the stream of a record by its id */
    protected RecordEndpoint(
            ClaimedRecord.Kind kind,
            Function<String, String> streams,
            Writes writes,
            ClaimsOnRecord onRecord,
            Supplier<UUID> ids) {
        this.kind = kind;
        this.streams = streams;
        this.writes = writes;
        this.onRecord = onRecord;
        this.ids = ids;
    }

    protected final Writes writes() {
        return writes;
    }

    /** The stream of the record that a path names. */
    protected final String stream(String id) {
        return streams.apply(Ids.path(id));
    }

    /** The stream of a new record: of the id that the client chose, or of one made here. */
    protected final String given(@Nullable String id) {
        return streams.apply(Ids.given(id, ids));
    }

    protected final ClaimReading reading(String stream) {
        return new ClaimReading(stream, ids);
    }

    @PostMapping("/{id}/claims")
    ResponseEntity<Written> claim(WriteCall call, @PathVariable String id, @RequestBody ClaimForm form) {
        return claim(call, id, null, form);
    }

    /** @param part id of the part that the claim is about; null for the record itself */
    protected final ResponseEntity<Written> claim(WriteCall call, String id, @Nullable String part, ClaimForm form) {
        String stream = stream(id);
        String of = part == null ? null : Ids.path(part);
        ClaimReading reading = reading(stream);
        Attribute.Of whose = of == null ? kind.whole() : kind.parts();
        var claim = reading.claim(whose, form, "");
        reading.refuseIfUnreadable();
        return writes.add(call, form, new AddClaim(stream, of, claim.orElseThrow()));
    }

    @PostMapping("/{id}/reviews")
    ResponseEntity<Written> review(WriteCall call, @PathVariable String id, @RequestBody ReviewForm form) {
        return writes.add(
                call.named(),
                form,
                new ReviewRecord(
                        stream(id),
                        orEmpty(form.state()),
                        orEmpty(form.covers()),
                        Boolean.TRUE.equals(form.coherent()),
                        orEmpty(form.origins()),
                        form.evidence() == null ? null : form.evidence().evidence(),
                        form.confirmation() == null ? null : form.confirmation().confirmation(),
                        orEmpty(form.reason())));
    }

    @PostMapping("/{id}/retraction")
    ResponseEntity<Written> retract(WriteCall call, @PathVariable String id, @RequestBody ReasonForm form) {
        return writes.add(call, form, new RetractRecord(stream(id), call.version(), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/merger")
    ResponseEntity<Written> merge(WriteCall call, @PathVariable String id, @RequestBody MergerForm form) {
        return writes.add(
                call,
                form,
                new MergeRecord(stream(id), call.version(), lower(orEmpty(form.into())), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/merger/undoing")
    ResponseEntity<Written> unmerge(WriteCall call, @PathVariable String id, @RequestBody ReasonForm form) {
        return writes.add(call, form, new UnmergeRecord(stream(id), call.version(), orEmpty(form.reason())));
    }

    /** @param form says the same as the other two */
    protected final ResponseEntity<Written> candidate(
            WriteCall call, String id, @Nullable String other, @Nullable String score, Object form) {
        return writes.add(call, form, new NoteCandidate(stream(id), lower(orEmpty(other)), score));
    }

    @PostMapping("/{id}/candidates/{other}/dismissal")
    ResponseEntity<Written> dismissCandidate(
            WriteCall call, @PathVariable String id, @PathVariable String other, @RequestBody ReasonForm form) {
        return writes.add(call, form, new DismissCandidate(stream(id), Ids.path(other), orEmpty(form.reason())));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    @PostMapping("/{id}/claims/{claim}/acceptance")
    ResponseEntity<Written> accept(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody ReasonForm form) {
        return writes.add(
                call, form, new AcceptClaim(stream(id), call.version(), Ids.path(claim), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/dispute")
    ResponseEntity<Written> dispute(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody DisputeForm form) {
        return writes.add(
                call, form, new DisputeClaim(stream(id), Ids.path(claim), form.source(), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/withdrawal")
    ResponseEntity<Written> withdraw(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody ReasonForm form) {
        return writes.add(
                call, form, new WithdrawClaim(stream(id), call.version(), Ids.path(claim), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/correction")
    ResponseEntity<Written> correct(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody CorrectionForm form) {
        String stream = stream(id);
        long version = call.version();
        ClaimsOnRecord.Found found = onRecord.find(kind, stream, Ids.path(claim));
        ClaimReading reading = reading(stream);
        var value = reading.value(found.attribute(), found.source(), form.value());
        reading.refuseIfUnreadable();
        ClaimValue right = value.orElseThrow();
        return writes.add(
                call, form, new CorrectClaim(stream, version, Ids.path(claim), right, orEmpty(form.reason())));
    }
}
