package dalil.query.record;

import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All claims about a record, or about one part of it, in the order in which they were made. */
public final class ClaimSet {

    private static final Map<Attribute.Of, Set<String>> SINGLE = Attributes.all().stream()
            .filter(attribute -> !attribute.many())
            .collect(Collectors.groupingBy(Attribute::of, Collectors.mapping(Attribute::name, Collectors.toSet())));

    private final Attribute.Of of;
    private final Set<String> single;
    private final Map<String, ClaimState> claims = new LinkedHashMap<>();
    private long changed = -1;

    ClaimSet(Attribute.Of of) {
        this.of = of;
        this.single = SINGLE.getOrDefault(of, Set.of());
    }

    /**
     * Several sets as one, for records that are about one and the same.
     *
     * @param sets at least one, with the index from which each belongs to the first: nobody who looked before can have seen it there
     */
    static ClaimSet together(List<Joined> sets) {
        ClaimSet together = new ClaimSet(sets.get(0).claims().of);
        for (int i = 0; i < sets.size(); i++) {
            for (ClaimState claim : sets.get(i).claims().claims.values()) {
                // ids are unique in a record only
                together.claims.put(
                        i + " " + claim.claim().id(),
                        claim.notBefore(sets.get(i).since()));
            }
            together.changed = Math.max(
                    together.changed,
                    Math.max(sets.get(i).claims().changed, sets.get(i).since()));
        }
        return together;
    }

    /** A set of claims, and the ledger index from which it is read with others. */
    record Joined(ClaimSet claims, long since) {}

    /** Every claim ever made, withdrawn ones too. */
    public Collection<ClaimState> all() {
        return Collections.unmodifiableCollection(claims.values());
    }

    public @Nullable ClaimState find(String claim) {
        return claims.get(claim);
    }

    /** Whether anything said here still stands. */
    public boolean anyLive() {
        for (ClaimState claim : claims.values()) {
            if (claim.live()) {
                return true;
            }
        }
        return false;
    }

    void liveSources(Map<String, Long> sources) {
        for (ClaimState claim : claims.values()) {
            String source = claim.claim().source();
            if (claim.live() && source != null) {
                sources.merge(source, claim.index(), Math::min);
            }
        }
    }

    /** What is said about one attribute. */
    public AttributeState attribute(String name) {
        List<ClaimState> live = List.of();
        for (ClaimState claim : claims.values()) {
            if (claim.live() && claim.claim().attribute().equals(name)) {
                if (live.isEmpty()) {
                    live = new ArrayList<>(2);
                }
                live.add(claim);
            }
        }
        return AttributeState.of(name, many(name), live);
    }

    /** Every attribute about which something live is said, in the order in which people read them. */
    public List<AttributeState> attributes() {
        return Attributes.all().stream()
                .filter(attribute -> attribute.of() == of)
                .map(attribute -> attribute(attribute.name()))
                .filter(state -> !state.values().isEmpty())
                .toList();
    }

    /** Ledger index of the last fact that changed anything here; -1 before the first. */
    public long changed() {
        return changed;
    }

    /** Attributes about which the fact at an index changed anything that is said. */
    public Set<String> changedAt(long index) {
        Set<String> attributes = new HashSet<>();
        for (ClaimState claim : claims.values()) {
            if (claim.changed() == index) {
                attributes.add(claim.claim().attribute());
            }
        }
        return attributes;
    }

    void put(ClaimState claim) {
        changed = Math.max(changed, claim.changed());
        claims.put(claim.claim().id(), claim);
    }

    /** An acceptance ends the acceptance of any other claim about the same single-valued attribute. */
    void accept(ClaimState accepted, Mark mark) {
        String attribute = accepted.claim().attribute();
        if (!many(attribute)) {
            claims.replaceAll((id, other) ->
                    other.accepted() != null && other.claim().attribute().equals(attribute)
                            ? other.supersededAt(mark.index())
                            : other);
        }
        put(accepted.acceptedBy(mark));
    }

    private boolean many(String attribute) {
        return !single.contains(attribute);
    }
}
