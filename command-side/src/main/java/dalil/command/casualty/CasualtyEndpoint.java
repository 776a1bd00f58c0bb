package dalil.command.casualty;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyCommand.LinkCasualty;
import dalil.command.casualty.CasualtyCommand.NameOutOfGroup;
import dalil.command.casualty.CasualtyCommand.RecordInjury;
import dalil.command.casualty.CasualtyCommand.WithdrawNamingOut;
import dalil.command.casualty.CasualtyForms.CandidateForm;
import dalil.command.casualty.CasualtyForms.CasualtyForm;
import dalil.command.casualty.CasualtyForms.InjuryForm;
import dalil.command.casualty.CasualtyForms.LinkForm;
import dalil.command.casualty.CasualtyForms.NamedOutForm;
import dalil.command.claim.ClaimForm;
import dalil.command.claim.ClaimReading;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.record.ClaimsOnRecord;
import dalil.command.record.RecordEndpoint;
import dalil.command.record.RecordForms.ReasonForm;
import dalil.events.casualty.CasualtyFact.Injury;
import java.util.List;
import java.util.Locale;
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

/** Casualties over HTTP. */
@RestController
@RequestMapping(path = "/api/casualties", consumes = MediaType.APPLICATION_JSON_VALUE)
class CasualtyEndpoint extends RecordEndpoint {

    CasualtyEndpoint(Writes writes, ClaimsOnRecord onRecord, Supplier<UUID> recordIds) {
        super(Casualty.KIND, Streams::casualty, writes, onRecord, recordIds);
    }

    @PostMapping
    ResponseEntity<Written> record(WriteCall call, @RequestBody CasualtyForm form) {
        String stream = given(form.id());
        ClaimReading reading = reading(stream);
        List<StreamCommand> commands = new CasualtyReading(reading, "").casualty(stream, form, null);
        reading.refuseIfUnreadable();
        return writes().together(call, form, stream, commands);
    }

    @PostMapping("/{id}/injuries")
    ResponseEntity<Written> injury(WriteCall call, @PathVariable String id, @RequestBody InjuryForm form) {
        String stream = stream(id);
        ClaimReading reading = reading(stream);
        Injury injury = new CasualtyReading(reading, "").injury(form, "");
        reading.refuseIfUnreadable();
        return writes().add(call, form, new RecordInjury(stream, injury));
    }

    @PostMapping("/{id}/injuries/{injury}/claims")
    ResponseEntity<Written> claimOnInjury(
            WriteCall call, @PathVariable String id, @PathVariable String injury, @RequestBody ClaimForm form) {
        return claim(call, id, injury, form);
    }

    @PostMapping("/{id}/links")
    ResponseEntity<Written> link(WriteCall call, @PathVariable String id, @RequestBody LinkForm form) {
        return writes().add(
                        call,
                        form,
                        new LinkCasualty(
                                stream(id),
                                orEmpty(form.relation()),
                                orEmpty(form.to()),
                                lower(form.part()),
                                lower(form.source())));
    }

    @PostMapping("/{id}/named-out")
    ResponseEntity<Written> nameOut(WriteCall call, @PathVariable String id, @RequestBody NamedOutForm form) {
        return writes().add(call, form, new NameOutOfGroup(stream(id), orEmpty(lower(form.casualty()))));
    }

    @PostMapping("/{id}/named-out/{casualty}/withdrawal")
    ResponseEntity<Written> withdrawNamingOut(
            WriteCall call, @PathVariable String id, @PathVariable String casualty, @RequestBody ReasonForm form) {
        return writes().add(
                        call,
                        form,
                        new WithdrawNamingOut(stream(id), call.version(), Ids.path(casualty), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/candidates")
    ResponseEntity<Written> candidate(WriteCall call, @PathVariable String id, @RequestBody CandidateForm form) {
        return candidate(call, id, form.casualty(), form.score(), form);
    }

    private static @Nullable String lower(@Nullable String id) {
        return id == null ? null : id.toLowerCase(Locale.ROOT);
    }
}
