package dalil.query.record;

import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All claims about an incident, or about one use of force in it, in the order in which they were made. */
public final class ClaimSet {

    private final Attribute.Of of;
    private final Map<String, ClaimState> claims;

    ClaimSet(Attribute.Of of) {
        this(of, new LinkedHashMap<>());
    }

    private ClaimSet(Attribute.Of of, Map<String, ClaimState> claims) {
        this.of = of;
        this.claims = claims;
    }

    ClaimSet copy() {
        return new ClaimSet(of, new LinkedHashMap<>(claims));
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
        return claims.values().stream().anyMatch(ClaimState::live);
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

    void put(ClaimState claim) {
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
        return Attributes.find(of, attribute).map(Attribute::many).orElse(true);
    }
}
