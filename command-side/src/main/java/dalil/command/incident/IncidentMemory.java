package dalil.command.incident;

import dalil.command.claim.HeldClaims;
import dalil.command.rule.Refusal;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the facts of an incident have left: assigned here, decided upon in {@link Incident}. */
final class IncidentMemory {

    private final HeldClaims claims = new HeldClaims();
    private final Set<String> forceUses = new LinkedHashSet<>();
    private final Set<IncidentFact.Linked> links = new HashSet<>();
    private final Set<String> recorders = new HashSet<>();
    private boolean retracted;
    private int facts;

    void evolve(IncidentFact fact, @Nullable String actor) {
        facts++;
        if (fact instanceof IncidentFact.Reported reported) {
            reported.claims().forEach(claim -> claims.added(null, claim));
            reported.forceUses().forEach(this::added);
            remember(actor);
        } else if (fact instanceof IncidentFact.ClaimAdded added) {
            claims.added(added.forceUse(), added.claim());
            remember(actor);
        } else if (fact instanceof IncidentFact.ForceUseRecorded recorded) {
            added(recorded.forceUse());
            remember(actor);
        } else if (fact instanceof IncidentFact.ClaimCorrected corrected) {
            claims.corrected(corrected.claim(), corrected.value());
            remember(actor);
        } else if (fact instanceof IncidentFact.ClaimAccepted accepted) {
            claims.accepted(accepted.claim());
        } else if (fact instanceof IncidentFact.ClaimDisputed disputed) {
            claims.disputed(disputed.claim());
        } else if (fact instanceof IncidentFact.ClaimWithdrawn withdrawn) {
            claims.withdrawn(withdrawn.claim(), withdrawn.dataset() != null);
        } else if (fact instanceof IncidentFact.Linked link) {
            links.add(link);
        } else if (fact instanceof IncidentFact.Retracted) {
            retracted = true;
        }
    }

    HeldClaims claims() {
        return claims;
    }

    boolean hasForceUse(String id) {
        return forceUses.contains(id);
    }

    boolean hasLink(IncidentFact.Linked link) {
        return links.contains(link);
    }

    /** Whether this person recorded the incident, a use of force or a claim, or corrected one. */
    boolean recordedBy(String actor) {
        return recorders.contains(folded(actor));
    }

    boolean retracted() {
        return retracted;
    }

    /** Refuses what would make the stream too long to be folded quickly. */
    void checkRoom(int moreFacts, int moreClaims) {
        if (facts + moreFacts > IncidentRules.MAX_FACTS) {
            throw Refusal.because("too-many-facts", "a record holds at most " + IncidentRules.MAX_FACTS + " facts");
        }
        if (claims.open() + moreClaims > HeldClaims.MAX_OPEN) {
            throw Refusal.because("too-many-claims", "a record holds at most " + HeldClaims.MAX_OPEN + " open claims");
        }
    }

    private void added(ForceUse forceUse) {
        forceUses.add(forceUse.id());
        for (Claim claim : forceUse.claims()) {
            claims.added(forceUse.id(), claim);
        }
    }

    /** One person may write their name in two ways; two people are told apart by more than capitals. */
    private static String folded(String actor) {
        return Normalizer.normalize(actor, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private void remember(@Nullable String actor) {
        if (actor != null) {
            recorders.add(folded(actor));
        }
    }
}
