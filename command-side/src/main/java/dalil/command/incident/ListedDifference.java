package dalil.command.incident;

import dalil.command.claim.HeldClaims.Held;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed between what a dataset listed about an incident and what it lists now: new claims, and former ones withdrawn.
 * Claims that people added, and what people did to the dataset's claims, stay as they are.
 */
final class ListedDifference {

    private ListedDifference() {}

    static List<IncidentFact> between(IncidentMemory memory, ReportListedIncident now) {
        List<Held> former = memory.claims().listedBy(now.dataset());
        List<IncidentFact> changes = new ArrayList<>();
        for (Claim claim : now.claims()) {
            if (!takeEqual(former, null, claim)) {
                changes.add(new IncidentFact.ClaimAdded(null, claim));
            }
        }
        for (ForceUse forceUse : now.forceUses()) {
            if (!memory.hasForceUse(forceUse.id())) {
                changes.add(new IncidentFact.ForceUseRecorded(forceUse));
                continue;
            }
            for (Claim claim : forceUse.claims()) {
                if (!takeEqual(former, forceUse.id(), claim)) {
                    changes.add(new IncidentFact.ClaimAdded(forceUse.id(), claim));
                }
            }
        }
        for (Held gone : former) {
            changes.add(new IncidentFact.ClaimWithdrawn(gone.claim().id(), now.dataset(), null));
        }
        return changes;
    }

    /** Takes one former claim that says the same out of the list; what is left at the end is no longer said. */
    private static boolean takeEqual(List<Held> former, @Nullable String part, Claim claim) {
        for (int i = 0; i < former.size(); i++) {
            Held held = former.get(i);
            if (Objects.equals(held.part(), part)
                    && (held.claim().saysTheSameAs(claim) || erasedCounterpart(held.claim(), claim))) {
                former.remove(i);
                return true;
            }
        }
        return false;
    }

    /** What was erased must not come back because a file still has it. */
    private static boolean erasedCounterpart(Claim held, Claim claim) {
        boolean erased =
                held.value() instanceof ClaimValue.Text text && text.text().isErased()
                        || held.words() != null && held.words().isErased();
        return erased && held.attribute().equals(claim.attribute()) && Objects.equals(held.source(), claim.source());
    }
}
