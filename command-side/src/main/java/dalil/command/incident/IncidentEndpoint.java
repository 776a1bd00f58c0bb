package dalil.command.incident;

import static dalil.command.incident.IncidentForms.orEmpty;

import dalil.command.Streams;
import dalil.command.claim.ClaimForm;
import dalil.command.claim.ClaimReading;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.incident.IncidentCommand.AcceptClaim;
import dalil.command.incident.IncidentCommand.AddClaim;
import dalil.command.incident.IncidentCommand.CorrectClaim;
import dalil.command.incident.IncidentCommand.DisputeClaim;
import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.incident.IncidentCommand.RetractIncident;
import dalil.command.incident.IncidentCommand.ReviewIncident;
import dalil.command.incident.IncidentCommand.WithdrawClaim;
import dalil.command.incident.IncidentForms.CorrectionForm;
import dalil.command.incident.IncidentForms.DisputeForm;
import dalil.command.incident.IncidentForms.ForceUseForm;
import dalil.command.incident.IncidentForms.IncidentForm;
import dalil.command.incident.IncidentForms.LinkForm;
import dalil.command.incident.IncidentForms.ReasonForm;
import dalil.command.incident.IncidentForms.ReviewForm;
import dalil.command.rule.Refusal;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.List;
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

/** Incidents over HTTP. */
@RestController
@RequestMapping(path = "/api/incidents", consumes = MediaType.APPLICATION_JSON_VALUE)
class IncidentEndpoint {

    private final Writes writes;
    private final ClaimsOnRecord onRecord;
    private final Supplier<UUID> ids;

    IncidentEndpoint(Writes writes, ClaimsOnRecord onRecord, Supplier<UUID> recordIds) {
        this.writes = writes;
        this.onRecord = onRecord;
        this.ids = recordIds;
    }

    @PostMapping
    ResponseEntity<Written> report(WriteCall call, @RequestBody IncidentForm form) {
        String stream = Streams.incident(Ids.given(form.id(), ids));
        ClaimReading reading = new ClaimReading(stream, ids);
        List<Claim> claims = reading.claims(Attribute.Of.INCIDENT, form.claims(), "/claims");
        if (form.title() != null) {
            claims.add(reading.own(Attribute.Of.INCIDENT, "title", form.title(), "/title"));
        }
        List<ForceUse> forceUses = new ArrayList<>();
        List<@Nullable ForceUseForm> forms = form.forceUses() == null ? List.of() : form.forceUses();
        for (int i = 0; i < forms.size(); i++) {
            forceUses.add(forceUse(reading, forms.get(i), "/forceUses/" + i));
        }
        reading.refuseIfUnreadable();
        return writes.create(call, form, List.of(new ReportIncident(stream, claims, forceUses)));
    }

    @PostMapping("/{id}/claims")
    ResponseEntity<Written> claim(WriteCall call, @PathVariable String id, @RequestBody ClaimForm form) {
        return claim(call, Ids.path(id), null, form);
    }

    @PostMapping("/{id}/force-uses/{forceUse}/claims")
    ResponseEntity<Written> claimOnForceUse(
            WriteCall call, @PathVariable String id, @PathVariable String forceUse, @RequestBody ClaimForm form) {
        return claim(call, Ids.path(id), Ids.path(forceUse), form);
    }

    private ResponseEntity<Written> claim(WriteCall call, String id, @Nullable String forceUse, ClaimForm form) {
        ClaimReading reading = new ClaimReading(Streams.incident(id), ids);
        Attribute.Of of = forceUse == null ? Attribute.Of.INCIDENT : Attribute.Of.FORCE_USE;
        var claim = reading.claim(of, form, "");
        reading.refuseIfUnreadable();
        return writes.add(call, form, new AddClaim(Streams.incident(id), forceUse, claim.orElseThrow()));
    }

    @PostMapping("/{id}/force-uses")
    ResponseEntity<Written> forceUse(WriteCall call, @PathVariable String id, @RequestBody ForceUseForm form) {
        String stream = Streams.incident(Ids.path(id));
        ClaimReading reading = new ClaimReading(stream, ids);
        ForceUse forceUse = forceUse(reading, form, "");
        reading.refuseIfUnreadable();
        return writes.add(call, form, new RecordForceUse(stream, forceUse));
    }

    @PostMapping("/{id}/links")
    ResponseEntity<Written> link(WriteCall call, @PathVariable String id, @RequestBody LinkForm form) {
        return writes.add(
                call,
                form,
                new LinkIncident(
                        Streams.incident(Ids.path(id)), orEmpty(form.relation()), orEmpty(form.to()), form.source()));
    }

    @PostMapping("/{id}/reviews")
    ResponseEntity<Written> review(WriteCall call, @PathVariable String id, @RequestBody ReviewForm form) {
        return writes.add(
                call.named(),
                form,
                new ReviewIncident(
                        Streams.incident(Ids.path(id)),
                        orEmpty(form.state()),
                        form.covers() == null ? List.of() : form.covers(),
                        Boolean.TRUE.equals(form.coherent()),
                        form.origins() == null ? List.of() : form.origins(),
                        form.evidence() == null ? null : form.evidence().evidence(),
                        form.confirmation() == null ? null : form.confirmation().confirmation(),
                        orEmpty(form.reason())));
    }

    @PostMapping("/{id}/retraction")
    ResponseEntity<Written> retract(WriteCall call, @PathVariable String id, @RequestBody ReasonForm form) {
        return writes.add(
                call,
                form,
                new RetractIncident(Streams.incident(Ids.path(id)), call.version(), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/acceptance")
    ResponseEntity<Written> accept(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody ReasonForm form) {
        return writes.add(
                call,
                form,
                new AcceptClaim(
                        Streams.incident(Ids.path(id)), call.version(), Ids.path(claim), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/dispute")
    ResponseEntity<Written> dispute(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody DisputeForm form) {
        return writes.add(
                call,
                form,
                new DisputeClaim(
                        Streams.incident(Ids.path(id)), Ids.path(claim), form.source(), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/withdrawal")
    ResponseEntity<Written> withdraw(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody ReasonForm form) {
        return writes.add(
                call,
                form,
                new WithdrawClaim(
                        Streams.incident(Ids.path(id)), call.version(), Ids.path(claim), orEmpty(form.reason())));
    }

    @PostMapping("/{id}/claims/{claim}/correction")
    ResponseEntity<Written> correct(
            WriteCall call, @PathVariable String id, @PathVariable String claim, @RequestBody CorrectionForm form) {
        String stream = Streams.incident(Ids.path(id));
        long version = call.version();
        ClaimsOnRecord.Found found = onRecord.find(stream, Ids.path(claim));
        ClaimReading reading = new ClaimReading(stream, ids);
        var value = reading.value(found.attribute(), found.source(), form.value());
        reading.refuseIfUnreadable();
        ClaimValue right = value.orElseThrow();
        return writes.add(
                call, form, new CorrectClaim(stream, version, Ids.path(claim), right, orEmpty(form.reason())));
    }

    private ForceUse forceUse(ClaimReading reading, @Nullable ForceUseForm form, String pointer) {
        if (form == null) {
            throw Refusal.field(pointer, "missing", "a use of force is required");
        }
        List<Claim> claims = reading.claims(Attribute.Of.FORCE_USE, form.claims(), pointer + "/claims");
        if (form.usedBy() != null) {
            claims.add(reading.own(Attribute.Of.FORCE_USE, "used-by", form.usedBy(), pointer + "/usedBy"));
        }
        return new ForceUse(reading.idOr(form.id()), claims);
    }
}
