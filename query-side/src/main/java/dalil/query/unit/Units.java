package dalil.query.unit;

import dalil.query.record.IncidentState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that an incident counts as: itself, and each use of force in it. */
public record Units(IncidentRow incident, List<ForceUseRow> forceUses) {

    /** The units of a state that has at least one fact. */
    public static Units of(IncidentState state, Words words) {
        long number = state.firstIndex();
        List<ForceUseRow> forceUses = new ArrayList<>();
        AtomicInteger ordinal = new AtomicInteger();
        state.forceUses().forEach((id, claims) -> {
            int at = ordinal.getAndIncrement();
            if (claims.anyLive()) {
                forceUses.add(ForceUseRow.of(number, at, id, claims, words));
            }
        });
        if (forceUses.isEmpty()) {
            forceUses.add(ForceUseRow.none(number));
        }
        return new Units(IncidentRow.of(state, words), forceUses);
    }
}
