package dalil.query.record;

import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An incident as its facts make it. Fed in order; {@link #copy} keeps what was true before the next fact. */
public final class IncidentState {

    /** The state of a record that nobody has reviewed. */
    public static final String REPORTED = "reported";

    private String id = "";
    private long firstIndex = -1;
    private long lastIndex = -1;
    private ClaimSet claims = new ClaimSet(Attribute.Of.INCIDENT);
    private final Map<String, ClaimSet> forceUses = new LinkedHashMap<>();
    private final List<ReviewState> reviews = new ArrayList<>();
    private final List<LinkState> links = new ArrayList<>();
    private final Set<String> recorders = new LinkedHashSet<>();
    private @Nullable Mark retraction;

    /** The same state, to be changed apart. */
    public IncidentState copy() {
        IncidentState copy = new IncidentState();
        copy.id = id;
        copy.firstIndex = firstIndex;
        copy.lastIndex = lastIndex;
        copy.claims = claims.copy();
        forceUses.forEach((forceUse, set) -> copy.forceUses.put(forceUse, set.copy()));
        copy.reviews.addAll(reviews);
        copy.links.addAll(links);
        copy.recorders.addAll(recorders);
        copy.retraction = retraction;
        return copy;
    }

    /**
     * The next fact of the stream.
     *
     * @param index its ledger index
     * @param meta who did it: {@code actor}
     */
    public void apply(long index, IncidentFact fact, Map<String, String> meta) {
        if (firstIndex < 0) {
            firstIndex = index;
        }
        lastIndex = index;
        Mark mark = Mark.of(index, meta, null);
        if (fact instanceof IncidentFact.Reviewed reviewed) {
            reviews.add(new ReviewState(reviewed, Mark.of(index, meta, reviewed.reason())));
            return;
        }
        if (!mark.actor().isEmpty()) {
            recorders.add(mark.actor());
        }
        if (fact instanceof IncidentFact.Reported reported) {
            id = reported.id();
            reported.claims().forEach(claim -> add(null, claim, mark));
            reported.forceUses().forEach(forceUse -> add(forceUse, mark));
        } else if (fact instanceof IncidentFact.ForceUseRecorded recorded) {
            add(recorded.forceUse(), mark);
        } else if (fact instanceof IncidentFact.ClaimAdded added) {
            add(added.forceUse(), added.claim(), mark);
        } else if (fact instanceof IncidentFact.Linked linked) {
            links.add(new LinkState(linked, mark));
        } else if (fact instanceof IncidentFact.Retracted retracted) {
            retraction = Mark.of(index, meta, retracted.reason());
        } else {
            change(index, fact, meta);
        }
    }

    private void change(long index, IncidentFact fact, Map<String, String> meta) {
        if (fact instanceof IncidentFact.ClaimAccepted accepted) {
            ClaimState claim = find(accepted.claim());
            if (claim != null) {
                set(claim).accept(claim, Mark.of(index, meta, accepted.reason()));
            }
        } else if (fact instanceof IncidentFact.ClaimDisputed disputed) {
            Mark mark = new Mark(index, Mark.actor(meta), disputed.source(), null, disputed.reason());
            replace(disputed.claim(), claim -> claim.disputedBy(mark));
        } else if (fact instanceof IncidentFact.ClaimWithdrawn withdrawn) {
            @Nullable Protected<String> reason = withdrawn.reason();
            Mark mark = new Mark(index, Mark.actor(meta), null, withdrawn.dataset(), reason);
            replace(withdrawn.claim(), claim -> claim.withdrawnBy(mark));
        } else if (fact instanceof IncidentFact.ClaimCorrected corrected) {
            Mark mark = Mark.of(index, meta, corrected.reason());
            replace(corrected.claim(), claim -> claim.correctedTo(corrected.value(), mark));
        }
    }

    private void add(IncidentFact.ForceUse forceUse, Mark mark) {
        forceUses.computeIfAbsent(forceUse.id(), any -> new ClaimSet(Attribute.Of.FORCE_USE));
        forceUse.claims().forEach(claim -> add(forceUse.id(), claim, mark));
    }

    private void add(@Nullable String forceUse, Claim claim, Mark mark) {
        ClaimSet set = forceUse == null
                ? claims
                : forceUses.computeIfAbsent(forceUse, any -> new ClaimSet(Attribute.Of.FORCE_USE));
        set.put(ClaimState.made(claim, forceUse, mark));
    }

    private void replace(String claim, Function<ClaimState, ClaimState> change) {
        ClaimState before = find(claim);
        if (before != null) {
            set(before).put(change.apply(before));
        }
    }

    private ClaimSet set(ClaimState claim) {
        String forceUse = claim.forceUse();
        return forceUse == null ? claims : forceUses.getOrDefault(forceUse, claims);
    }

    /** A claim of the incident or of any of its uses of force; null if there is none of that id. */
    public @Nullable ClaimState find(String claim) {
        ClaimState found = claims.find(claim);
        for (ClaimSet set : forceUses.values()) {
            if (found != null) {
                break;
            }
            found = set.find(claim);
        }
        return found;
    }

    /** UUID; empty before the first fact. */
    public String id() {
        return id;
    }

    /** Ledger index of the first fact; -1 before it. */
    public long firstIndex() {
        return firstIndex;
    }

    /** Ledger index of the last fact applied. */
    public long lastIndex() {
        return lastIndex;
    }

    /** What is said about the incident itself. */
    public ClaimSet claims() {
        return claims;
    }

    /** What is said about each use of force, by its id, in the order in which they were recorded. */
    public Map<String, ClaimSet> forceUses() {
        return Collections.unmodifiableMap(forceUses);
    }

    /** A use of force counts while something said about it still stands. */
    public boolean counts(String forceUse) {
        ClaimSet set = forceUses.get(forceUse);
        return set != null && set.anyLive();
    }

    /** All reviews, the last one in force. */
    public List<ReviewState> reviews() {
        return Collections.unmodifiableList(reviews);
    }

    /** Ledger index of the review in force; the highest there is where nobody reviewed, so that nothing came after it. */
    public long reviewedAt() {
        return review().map(review -> review.mark().index()).orElse(Long.MAX_VALUE);
    }

    /** The review in force. */
    public Optional<ReviewState> review() {
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.get(reviews.size() - 1));
    }

    /** A code of the list {@code corroboration}: the state that the last review gave. */
    public String corroboration() {
        return review().map(review -> review.review().state()).orElse(REPORTED);
    }

    public List<LinkState> links() {
        return Collections.unmodifiableList(links);
    }

    /** Who retracted it; empty while it stands. */
    public Optional<Mark> retraction() {
        return Optional.ofNullable(retraction);
    }

    /** Everyone who recorded anything but a review. */
    public Set<String> recorders() {
        return Collections.unmodifiableSet(recorders);
    }
}
