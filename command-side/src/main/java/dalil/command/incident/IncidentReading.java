package dalil.command.incident;

import dalil.command.claim.ClaimReading;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.incident.IncidentForms.ForceUseForm;
import dalil.command.incident.IncidentForms.IncidentForm;
import dalil.command.rule.Refusal;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns incidents as they are sent into commands, and collects what cannot be read. */
public final class IncidentReading {

    private final ClaimReading reading;
    private final String at;

    /** @param at pointer to where the form stands in the body; empty where it is the body */
    public IncidentReading(ClaimReading reading, String at) {
        this.reading = reading;
        this.at = at;
    }

    public ReportIncident incident(String stream, IncidentForm form) {
        List<Claim> claims = reading.claims(Attribute.Of.INCIDENT, form.claims(), at + "/claims");
        if (form.title() != null) {
            claims.add(reading.own(Attribute.Of.INCIDENT, "title", form.title(), at + "/title"));
        }
        return new ReportIncident(stream, claims, forceUses(form.forceUses()));
    }

    public List<ForceUse> forceUses(@Nullable List<@Nullable ForceUseForm> forms) {
        List<ForceUse> forceUses = new ArrayList<>();
        for (int i = 0; forms != null && i < forms.size(); i++) {
            forceUses.add(forceUse(forms.get(i), at + "/forceUses/" + i));
        }
        return forceUses;
    }

    ForceUse forceUse(@Nullable ForceUseForm form, String pointer) {
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
