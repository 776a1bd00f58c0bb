package dalil.command.incident;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.Streams;
import dalil.command.claim.ClaimForm;
import dalil.command.claim.ClaimReading;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.incident.IncidentForms.CandidateForm;
import dalil.command.incident.IncidentForms.ForceUseForm;
import dalil.command.incident.IncidentForms.IncidentForm;
import dalil.command.incident.IncidentForms.LinkForm;
import dalil.command.record.ClaimsOnRecord;
import dalil.command.record.RecordEndpoint;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.UUID;
import java.util.function.Supplier;
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
class IncidentEndpoint extends RecordEndpoint {

    IncidentEndpoint(Writes writes, ClaimsOnRecord onRecord, Supplier<UUID> recordIds) {
        super(Incident.KIND, Streams::incident, writes, onRecord, recordIds);
    }

    @PostMapping
    ResponseEntity<Written> report(WriteCall call, @RequestBody IncidentForm form) {
        String stream = given(form.id());
        ClaimReading reading = reading(stream);
        ReportIncident command = new IncidentReading(reading, "").incident(stream, form);
        reading.refuseIfUnreadable();
        return writes().create(call, form, command);
    }

    @PostMapping("/{id}/force-uses/{forceUse}/claims")
    ResponseEntity<Written> claimOnForceUse(
            WriteCall call, @PathVariable String id, @PathVariable String forceUse, @RequestBody ClaimForm form) {
        return claim(call, id, forceUse, form);
    }

    @PostMapping("/{id}/force-uses")
    ResponseEntity<Written> forceUse(WriteCall call, @PathVariable String id, @RequestBody ForceUseForm form) {
        String stream = stream(id);
        ClaimReading reading = reading(stream);
        ForceUse forceUse = new IncidentReading(reading, "").forceUse(form, "");
        reading.refuseIfUnreadable();
        return writes().add(call, form, new RecordForceUse(stream, forceUse));
    }

    @PostMapping("/{id}/candidates")
    ResponseEntity<Written> candidate(WriteCall call, @PathVariable String id, @RequestBody CandidateForm form) {
        return candidate(call, id, form.incident(), form.score(), form);
    }

    @PostMapping("/{id}/links")
    ResponseEntity<Written> link(WriteCall call, @PathVariable String id, @RequestBody LinkForm form) {
        return writes().add(
                        call,
                        form,
                        new LinkIncident(stream(id), orEmpty(form.relation()), orEmpty(form.to()), form.source()));
    }
}
