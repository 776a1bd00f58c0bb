package dalil.command.record;

import dalil.command.rule.Refusal;
import dalil.events.FactMapper;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimedPart;
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
    public record Found(Attribute attribute, @Nullable String source) {}

    /** The claim of this id; refuses where the record or the claim is unknown. */
    public Found find(ClaimedRecord.Kind kind, String stream, String claim) {
        List<StoredFact> facts = ledger.stream(stream, 0, Long.MAX_VALUE);
        if (facts.isEmpty()) {
            throw Refusal.unknown("no record of this id");
        }
        Found found = null;
        for (StoredFact stored : facts) {
            Object fact = mapper.read(stored.type(), stored.revision(), stored.payload(), null);
            if (fact instanceof ClaimChange.Begun begun) {
                found = find(begun.claims(), kind.whole(), claim);
                for (ClaimedPart part : begun.parts()) {
                    found = found == null ? find(part.claims(), kind.parts(), claim) : found;
                }
            } else if (fact instanceof ClaimChange.PartRecorded part) {
                found = find(part.recorded().claims(), kind.parts(), claim);
            } else if (fact instanceof ClaimChange.Added added) {
                found = find(List.of(added.claim()), added.part() == null ? kind.whole() : kind.parts(), claim);
            }
            if (found != null) {
                return found;
            }
        }
        throw Refusal.unknown("no claim of this id is on the record");
    }

    private static @Nullable Found find(List<Claim> claims, Attribute.Of of, String id) {
        for (Claim claim : claims) {
            if (claim.id().equals(id)) {
                return new Found(Attributes.find(of, claim.attribute()).orElseThrow(), claim.source());
            }
        }
        return null;
    }
}
