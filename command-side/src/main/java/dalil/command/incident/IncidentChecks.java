package dalil.command.incident;

import dalil.command.KnownRecords;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims;
import dalil.command.claim.Texts;
import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the fields of a command, all of it at once. */
final class IncidentChecks {

    private IncidentChecks() {}

    /** Refuses claims and uses of force that cannot stand as the start of an incident. */
    static void report(List<Claim> claims, List<ForceUse> forceUses, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>();
        if (claims.isEmpty()) {
            errors.add(new FieldError("/claims", "missing", "an incident begins with at least one claim, or a title"));
        }
        errors.addAll(ClaimRules.errors(Attribute.Of.INCIDENT, claims, known, "/claims"));
        Set<String> ids = new HashSet<>();
        claims.forEach(claim -> ids.add(claim.id()));
        for (int i = 0; i < forceUses.size(); i++) {
            String at = "/forceUses/" + i;
            ForceUse forceUse = forceUses.get(i);
            errors.addAll(forceUse(forceUse, known, at));
            if (!ids.add(forceUse.id()) || forceUse.claims().stream().anyMatch(claim -> !ids.add(claim.id()))) {
                errors.add(new FieldError(at, "duplicate", "an id that stands elsewhere in this incident"));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        int all = claims.size()
                + forceUses.stream().mapToInt(f -> f.claims().size()).sum();
        if (all > HeldClaims.MAX_OPEN) {
            throw Refusal.because("too-many-claims", "a record holds at most " + HeldClaims.MAX_OPEN + " open claims");
        }
    }

    static List<FieldError> forceUse(ForceUse forceUse, KnownRecords known, String at) {
        List<FieldError> errors = new ArrayList<>(Texts.uuid(at + "/id", forceUse.id()));
        errors.addAll(ClaimRules.errors(Attribute.Of.FORCE_USE, forceUse.claims(), known, at + "/claims"));
        if (IncidentRules.A_USE_OF_FORCE_SAYS_WHO_USED_IT.broken().test(forceUse)) {
            errors.add(
                    new FieldError(at + "/usedBy", "missing", IncidentRules.A_USE_OF_FORCE_SAYS_WHO_USED_IT.message()));
        }
        return errors;
    }

    static List<FieldError> link(LinkIncident link, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/relation", "incident-link", link.relation()));
        if (!known.exists(link.to())) {
            errors.add(new FieldError("/to", "unknown-id", "no such record; it is written as incident/<uuid>"));
        } else if (link.to().equals(link.stream())) {
            errors.add(new FieldError("/to", "links-to-itself", "an incident is not linked to itself"));
        }
        errors.addAll(ClaimRules.sourceErrors("/source", link.source(), known));
        return errors;
    }
}
