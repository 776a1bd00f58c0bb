package dalil.query.record;

import dalil.events.Fact;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimedPart;
import dalil.events.merger.MergerChange;
import dalil.events.review.Review;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record made of claims as its facts make it. Fed in order. */
public abstract class RecordState {

    /** The state of a record that nobody has reviewed. */
    public static final String REPORTED = "reported";

    private final Attribute.Of ofParts;
    private final ClaimSet claims;
    private final Map<String, ClaimSet> parts = new LinkedHashMap<>();
    private final List<ReviewState> reviews = new ArrayList<>();
    private final Set<String> recorders = new LinkedHashSet<>();
    private final Map<String, Mark> candidates = new LinkedHashMap<>();
    private final Set<String> dismissed = new HashSet<>();
    private @Nullable Merger merger;
    private long firstIndex = -1;
    private long lastIndex = -1;
    private @Nullable Mark retraction;

    /**
     * That this record is read and counted as another.
     *
     * @param into UUID of the other
     */
    public record Merger(String into, Mark mark) {}

    /**
     * @param whole whose attributes its own claims are of
     * @param ofParts whose attributes the claims on its parts are of
     */
    RecordState(Attribute.Of whole, Attribute.Of ofParts) {
        this.ofParts = ofParts;
        this.claims = new ClaimSet(whole);
    }

    /**
     * The next fact of the stream.
     *
     * @param index its ledger index
     * @param meta who did it: {@code actor}
     */
    public final void apply(long index, Fact fact, Map<String, String> meta) {
        if (firstIndex < 0) {
            firstIndex = index;
        }
        lastIndex = index;
        if (fact instanceof Review review) {
            reviews.add(new ReviewState(review, Mark.of(index, meta, review.reason())));
            return;
        }
        Mark mark = Mark.of(index, meta, null);
        if (!mark.actor().isEmpty()) {
            recorders.add(mark.actor());
        }
        evolve(fact, index, meta);
        if (fact instanceof ClaimChange.Begun begun) {
            begun.claims().forEach(claim -> add(null, claim, mark));
            begun.parts().forEach(part -> add(part, mark));
        } else if (fact instanceof ClaimChange.PartRecorded part) {
            add(part.recorded(), mark);
        } else if (fact instanceof ClaimChange.Added added) {
            add(added.part(), added.claim(), mark);
        } else if (fact instanceof ClaimChange change) {
            change(index, change, meta);
        } else if (fact instanceof MergerChange change) {
            merge(index, change, meta);
        }
    }

    private void merge(long index, MergerChange change, Map<String, String> meta) {
        if (change instanceof MergerChange.MergedInto merged) {
            merger = new Merger(merged.into(), Mark.of(index, meta, merged.reason()));
        } else if (change instanceof MergerChange.Unmerged) {
            merger = null;
        } else if (change instanceof MergerChange.CandidateNoted noted) {
            candidates.put(noted.other(), Mark.of(index, meta, null));
            dismissed.remove(noted.other());
        } else if (change instanceof MergerChange.CandidateDismissed apart) {
            candidates.remove(apart.other());
            dismissed.add(apart.other());
        }
    }

    /** What is particular to this kind of record. */
    abstract void evolve(Fact fact, long index, Map<String, String> meta);

    final void retract(Mark mark) {
        retraction = mark;
    }

    private void change(long index, ClaimChange change, Map<String, String> meta) {
        if (change instanceof ClaimChange.Accepted accepted) {
            ClaimState claim = find(accepted.claim());
            if (claim != null) {
                set(claim).accept(claim, Mark.of(index, meta, accepted.reason()));
            }
        } else if (change instanceof ClaimChange.Disputed disputed) {
            Mark mark = new Mark(index, Mark.actor(meta), disputed.source(), null, disputed.reason());
            replace(disputed.claim(), claim -> claim.disputedBy(mark));
        } else if (change instanceof ClaimChange.Withdrawn withdrawn) {
            Mark mark = new Mark(index, Mark.actor(meta), null, withdrawn.dataset(), withdrawn.reason());
            replace(withdrawn.claim(), claim -> claim.withdrawnBy(mark));
        } else if (change instanceof ClaimChange.Corrected corrected) {
            Mark mark = Mark.of(index, meta, corrected.reason());
            replace(corrected.claim(), claim -> claim.correctedTo(corrected.value(), mark));
        }
    }

    private void add(ClaimedPart part, Mark mark) {
        parts.computeIfAbsent(part.id(), any -> new ClaimSet(ofParts));
        part.claims().forEach(claim -> add(part.id(), claim, mark));
    }

    private void add(@Nullable String part, Claim claim, Mark mark) {
        ClaimSet set = part == null ? claims : parts.computeIfAbsent(part, any -> new ClaimSet(ofParts));
        set.put(ClaimState.made(claim, part, mark));
    }

    private void replace(String claim, Function<ClaimState, ClaimState> change) {
        ClaimState before = find(claim);
        if (before != null) {
            set(before).put(change.apply(before));
        }
    }

    private ClaimSet set(ClaimState claim) {
        String part = claim.part();
        return part == null ? claims : parts.getOrDefault(part, claims);
    }

    /** A claim of the record or of any of its parts; null if there is none of that id. */
    public final @Nullable ClaimState find(String claim) {
        ClaimState found = claims.find(claim);
        for (ClaimSet set : parts.values()) {
            if (found != null) {
                break;
            }
            found = set.find(claim);
        }
        return found;
    }

    /** UUID; empty before the first fact. */
    public abstract String id();

    /** Ledger index of the first fact; -1 before it. */
    public final long firstIndex() {
        return firstIndex;
    }

    /** Ledger index of the last fact applied. */
    public final long lastIndex() {
        return lastIndex;
    }

    /** What is said about the record itself. */
    public final ClaimSet claims() {
        return claims;
    }

    /** What is said about each part, by its id, in the order in which they were recorded. */
    public final Map<String, ClaimSet> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** What was ever said about the record and its parts, also what was withdrawn. */
    public final List<ClaimState> everyClaim() {
        List<ClaimState> all = new ArrayList<>(claims.all());
        parts.values().forEach(part -> all.addAll(part.all()));
        return all;
    }

    /** All reviews, the last one in force. */
    public final List<ReviewState> reviews() {
        return Collections.unmodifiableList(reviews);
    }

    /** Ledger index of the review in force; the highest there is where nobody reviewed, so that nothing came after it. */
    public final long reviewedAt() {
        return review().map(review -> review.mark().index()).orElse(Long.MAX_VALUE);
    }

    /** The review in force. */
    public final Optional<ReviewState> review() {
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.get(reviews.size() - 1));
    }

    /** A code of the list {@code corroboration}: the state that the last review gave. */
    public final String corroboration() {
        return review().map(review -> review.review().state()).orElse(REPORTED);
    }

    /** Who retracted it; empty while it stands. */
    public final Optional<Mark> retraction() {
        return Optional.ofNullable(retraction);
    }

    /** Records noted here as perhaps about the same, by their UUID, as far as nobody dismissed that. */
    public final Map<String, Mark> candidates() {
        return Collections.unmodifiableMap(candidates);
    }

    /** Records of which somebody decided that they are not about the same, by their UUID. */
    public final Set<String> dismissed() {
        return Collections.unmodifiableSet(dismissed);
    }

    /** Into which record this one is merged; empty while it stands for itself. */
    public final Optional<Merger> merger() {
        return Optional.ofNullable(merger);
    }

    /** Every source that said something that stands: its UUID, and the ledger index of the first such claim. */
    public final Map<String, Long> liveSources() {
        Map<String, Long> sources = new LinkedHashMap<>();
        claims.liveSources(sources);
        parts.values().forEach(part -> part.liveSources(sources));
        return sources;
    }

    /** Everyone who recorded anything but a review. */
    public final Set<String> recorders() {
        return Collections.unmodifiableSet(recorders);
    }
}
