package dalil.query.record;

import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All claims about an incident, or about one use of force in it, in the order in which they were made. */
public final class ClaimSet {

    private static final Map<Attribute.Of, Set<String>> SINGLE = Attributes.all().stream()
            .filter(attribute -> !attribute.many())
            .collect(Collectors.groupingBy(Attribute::of, Collectors.mapping(Attribute::name, Collectors.toSet())));

    private final Attribute.Of of;
    private final Map<String, ClaimState> claims;
    private long changed = -1;

    ClaimSet(Attribute.Of of) {
        this(of, new LinkedHashMap<>());
    }

    private ClaimSet(Attribute.Of of, Map<String, ClaimState> claims) {
        this.of = of;
        this.claims = claims;
    }

    ClaimSet copy() {
        ClaimSet copy = new ClaimSet(of, new LinkedHashMap<>(claims));
        copy.changed = changed;
        return copy;
    }

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

    /** What is said about one attribute. */
    public AttributeState attribute(String name) {
        List<ClaimState> live = new ArrayList<>(2);
        for (ClaimState claim : claims.values()) {
            if (claim.live() && claim.claim().attribute().equals(name)) {
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

    /** Whether the fact at an index changed anything that is said about an attribute. */
    public boolean changed(String attribute, long index) {
        for (ClaimState claim : claims.values()) {
            if (claim.changed() == index && claim.claim().attribute().equals(attribute)) {
                return true;
            }
        }
        return false;
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
        return !SINGLE.getOrDefault(of, Set.of()).contains(attribute);
    }
}
