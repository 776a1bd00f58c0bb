package dalil.command.incident;

import dalil.command.rule.Refusal;
import dalil.events.FactMapper;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a recorded claim is about, so that a corrected value can be read in the right form. */
public final class ClaimsOnRecord {

    private final Ledger ledger;
    private final FactMapper mapper;

    public ClaimsOnRecord(Ledger ledger, FactMapper mapper) {
        this.ledger = ledger;
        this.mapper = mapper;
    }

    /** @param source whose words a text would be; null where the documenter claims it */
    record Found(Attribute attribute, @Nullable String source) {}

    Found find(String stream, String claim) {
        List<StoredFact> facts = ledger.stream(stream, 0, Long.MAX_VALUE);
        if (facts.isEmpty()) {
            throw Refusal.unknown("no record of this id");
        }
        for (StoredFact stored : facts) {
            Object fact = mapper.read(stored.type(), stored.revision(), stored.payload(), null);
            if (fact instanceof IncidentFact.Reported reported) {
                for (Claim each : reported.claims()) {
                    if (each.id().equals(claim)) {
                        return found(Attribute.Of.INCIDENT, each);
                    }
                }
                for (ForceUse forceUse : reported.forceUses()) {
                    for (Claim each : forceUse.claims()) {
                        if (each.id().equals(claim)) {
                            return found(Attribute.Of.FORCE_USE, each);
                        }
                    }
                }
            } else if (fact instanceof IncidentFact.ForceUseRecorded recorded) {
                for (Claim each : recorded.forceUse().claims()) {
                    if (each.id().equals(claim)) {
                        return found(Attribute.Of.FORCE_USE, each);
                    }
                }
            } else if (fact instanceof IncidentFact.ClaimAdded added
                    && added.claim().id().equals(claim)) {
                return found(added.forceUse() == null ? Attribute.Of.INCIDENT : Attribute.Of.FORCE_USE, added.claim());
            }
        }
        throw Refusal.unknown("no claim of this id is on the record");
    }

    private static Found found(Attribute.Of of, Claim claim) {
        return new Found(Attributes.find(of, claim.attribute()).orElseThrow(), claim.source());
    }
}
