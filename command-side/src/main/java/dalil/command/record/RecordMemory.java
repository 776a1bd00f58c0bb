package dalil.command.record;

import dalil.command.claim.HeldClaims;
import dalil.command.rule.Refusal;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimedPart;
import dalil.events.merger.MergerChange;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the facts of a record have left: assigned here, decided upon in {@link ClaimedRecord}. */
public final class RecordMemory {

    static final int MAX_FACTS = 2_000;

    private final HeldClaims claims = new HeldClaims();
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<Object> links = new HashSet<>();
    private final Set<String> recorders = new HashSet<>();
    private final Set<String> candidates = new LinkedHashSet<>();
    private @Nullable String mergedInto;
    private boolean retracted;
    private int facts;

    /** One more fact is on the stream. */
    void counted() {
        facts++;
    }

    /** What has become of the claims. */
    public void evolve(ClaimChange change, @Nullable String actor) {
        if (change instanceof ClaimChange.Begun begun) {
            begun.claims().forEach(claim -> claims.added(null, claim));
            begun.parts().forEach(this::added);
            recordedBy(actor);
        } else if (change instanceof ClaimChange.PartRecorded part) {
            added(part.recorded());
            recordedBy(actor);
        } else if (change instanceof ClaimChange.Added added) {
            claims.added(added.part(), added.claim());
            recordedBy(actor);
        } else if (change instanceof ClaimChange.Corrected corrected) {
            claims.corrected(corrected.claim(), corrected.value());
            recordedBy(actor);
        } else if (change instanceof ClaimChange.Accepted accepted) {
            claims.accepted(accepted.claim());
        } else if (change instanceof ClaimChange.Disputed disputed) {
            claims.disputed(disputed.claim());
        } else if (change instanceof ClaimChange.Withdrawn withdrawn) {
            claims.withdrawn(withdrawn.claim(), withdrawn.dataset() != null);
        }
    }

    private void added(ClaimedPart part) {
        parts.add(part.id());
        part.claims().forEach(claim -> claims.added(part.id(), claim));
    }

    /** A link, in whatever form the kind of record keeps it. */
    public void linked(Object link) {
        links.add(link);
    }

    void retract() {
        retracted = true;
    }

    /** What has become of this record and others like it. */
    void evolve(MergerChange change) {
        if (change instanceof MergerChange.MergedInto merged) {
            mergedInto = merged.into();
        } else if (change instanceof MergerChange.Unmerged) {
            mergedInto = null;
        } else if (change instanceof MergerChange.CandidateNoted noted) {
            candidates.add(noted.other());
        } else if (change instanceof MergerChange.CandidateDismissed dismissed) {
            candidates.remove(dismissed.other());
        }
    }

    /** Remembers who brought claims, so that somebody else reviews them. */
    private void recordedBy(@Nullable String actor) {
        if (actor != null) {
            recorders.add(folded(actor));
        }
    }

    public HeldClaims claims() {
        return claims;
    }

    public boolean hasPart(String id) {
        return parts.contains(id);
    }

    public boolean hasLink(Object link) {
        return links.contains(link);
    }

    /** Whether this person recorded the record, a part or a claim of it, or corrected one. */
    boolean isRecorder(String actor) {
        return recorders.contains(folded(actor));
    }

    public boolean retracted() {
        return retracted;
    }

    /** UUID of the record that stands for this one; null while it stands for itself. */
    @Nullable String mergedInto() {
        return mergedInto;
    }

    /** Whether it stands that another record may be about the same. */
    boolean hasCandidate(String other) {
        return candidates.contains(other);
    }

    /** Refuses what would make the stream too long to be folded quickly. */
    public void checkRoom(int moreFacts, int moreClaims) {
        if (facts + moreFacts > MAX_FACTS) {
            throw Refusal.because("too-many-facts", "a record holds at most " + MAX_FACTS + " facts");
        }
        if (claims.open() + moreClaims > HeldClaims.MAX_OPEN) {
            throw Refusal.because("too-many-claims", "a record holds at most " + HeldClaims.MAX_OPEN + " open claims");
        }
    }

    /** One person may write their name in two ways; two people are told apart by more than capitals. */
    private static String folded(String actor) {
        return Normalizer.normalize(actor, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
