package dalil.command.incident;

import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.rule.Rule;
import dalil.events.incident.IncidentFact.ForceUse;

/** The rules of incidents, each with the sentence it enforces. */
final class IncidentRules {

    private IncidentRules() {}

    static final Rule<LinkIncident> CAUSES_NEEDS_A_SOURCE = new Rule<>(
            "missing-source",
            link -> "causes".equals(link.relation()) && link.source() == null,
            "/source",
            "that one incident causes another is a claim: it needs a source");

    static final Rule<ForceUse> A_USE_OF_FORCE_SAYS_WHO_USED_IT = new Rule<>(
            "missing-used-by",
            forceUse -> forceUse.claims().stream()
                    .noneMatch(claim -> claim.attribute().equals("used-by")),
            "a use of force says who used it: state-force, crowd-member, private-guard or unknown");
}
