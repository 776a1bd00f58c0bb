package dalil.command.claim;

import dalil.command.rule.Refusal;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of one record, as its facts have left them. */
public final class HeldClaims {

    /** More open claims than this on one record are refused. */
    public static final int MAX_OPEN = 500;

    /**
     * One claim and what became of it.
     *
     * @param part the part of the record it is about, such as a use of force; null for the record itself
     * @param listed whether the dataset that brought it still says so
     */
    public record Held(
            Claim claim, @Nullable String part, boolean withdrawn, boolean disputed, boolean accepted, boolean listed) {

        private Held withdrawn(boolean byDataset) {
            return new Held(claim, part, true, disputed, accepted, listed && !byDataset);
        }

        private Held disputedOnce() {
            return new Held(claim, part, withdrawn, true, accepted, listed);
        }

        private Held accepted(boolean now) {
            return new Held(claim, part, withdrawn, disputed, now, listed);
        }

        private Held with(Claim corrected) {
            return new Held(corrected, part, withdrawn, disputed, accepted, listed);
        }
    }

    private final Map<String, Held> byId = new LinkedHashMap<>();
    /** What each listed claim said when its dataset brought it; a correction of ours does not change what they say. */
    private final Map<String, Claim> asListed = new HashMap<>();

    private int open;

    /** How many claims are not withdrawn. */
    public int open() {
        return open;
    }

    /** The claim of this id that still stands; refuses where there is none or it was withdrawn. */
    public Held standing(String id) {
        Held held = byId.get(id);
        if (held == null) {
            throw Refusal.unknown("no claim of this id is on the record");
        }
        if (held.withdrawn()) {
            throw Refusal.conflict("claim-withdrawn", "the claim was withdrawn");
        }
        return held;
    }

    /** UUIDs of the sources whose claims stand. */
    public Set<String> sources() {
        Set<String> sources = new HashSet<>();
        for (Held held : byId.values()) {
            String source = held.claim().source();
            if (source != null && !held.withdrawn()) {
                sources.add(source);
            }
        }
        return sources;
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** The claims that this dataset still makes, as it makes them. */
    public List<Held> listedBy(String dataset) {
        List<Held> listed = everListedBy(dataset);
        listed.removeIf(held -> !held.listed());
        return listed;
    }

    /** The claims that this dataset ever made, as it made them, also those that it takes back. */
    public List<Held> everListedBy(String dataset) {
        List<Held> ever = new ArrayList<>();
        for (Held held : byId.values()) {
            if (dataset.equals(held.claim().dataset())) {
                ever.add(held.with(asListed.getOrDefault(held.claim().id(), held.claim())));
            }
        }
        return ever;
    }

    public void added(@Nullable String part, Claim claim) {
        byId.put(claim.id(), new Held(claim, part, false, false, false, claim.dataset() != null));
        if (claim.dataset() != null) {
            asListed.put(claim.id(), claim);
        }
        open++;
    }

    /** A person chose this claim among those about the same attribute of the same part. */
    public void accepted(String id) {
        Held chosen = onRecord(id);
        byId.replaceAll((other, held) -> held.part() == null == (chosen.part() == null)
                        && (held.part() == null || held.part().equals(chosen.part()))
                        && held.claim().attribute().equals(chosen.claim().attribute())
                ? held.accepted(other.equals(id))
                : held);
    }

    public void disputed(String id) {
        byId.computeIfPresent(id, (key, held) -> held.disputedOnce());
    }

    public void withdrawn(String id, boolean byDataset) {
        Held before = onRecord(id);
        if (!before.withdrawn()) {
            open--;
        }
        byId.put(id, before.withdrawn(byDataset));
    }

    public void corrected(String id, ClaimValue value) {
        byId.computeIfPresent(
                id, (key, held) -> held.with(held.claim().withValue(value)).accepted(false));
    }

    private Held onRecord(String id) {
        return Objects.requireNonNull(byId.get(id), "a fact about a claim that is not on record");
    }
}
