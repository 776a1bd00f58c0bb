package dalil.query.unit;

import dalil.query.record.ClaimSet;
import dalil.query.record.IncidentState;
import dalil.query.record.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that an incident counts as: itself, and each use of force in it. */
public record Units(IncidentRow incident, List<ForceUseRow> forceUses) {

    /**
     * The units of an incident that has at least one fact.
     *
     * @param mergedSince ledger index since when another record stands for this one; -1 while it stands for itself
     * @param before what they were before the last fact of a record that hangs together with no other; rows that it did not touch are
     *     taken from there
     * @param sourceTypes word of a source's type, by the source's UUID
     */
    public static Units of(
            Together<IncidentState> incident,
            long mergedSince,
            @Nullable Units before,
            SourceNumbers sourceTypes,
            Words words) {
        IncidentState state = incident.own();
        long number = state.firstIndex();
        List<ForceUseRow> forceUses = new ArrayList<>();
        int ordinal = 0;
        long review = state.reviewedAt();
        for (Map.Entry<String, ClaimSet> each : incident.parts().entrySet()) {
            ClaimSet claims = each.getValue();
            if (claims.anyLive()) {
                boolean touched = claims.changed() == state.lastIndex() || review == state.lastIndex();
                ForceUseRow same = touched ? null : find(before, each.getKey());
                forceUses.add(
                        same == null ? ForceUseRow.of(number, ordinal, each.getKey(), claims, review, words) : same);
            }
            ordinal++;
        }
        if (forceUses.isEmpty()) {
            forceUses.add(ForceUseRow.none(number));
        }
        return new Units(
                IncidentRow.of(incident, mergedSince, before == null ? null : before.incident(), sourceTypes, words),
                Shared.marked(forceUses));
    }

    private static @Nullable ForceUseRow find(@Nullable Units before, String id) {
        for (ForceUseRow row : before == null ? List.<ForceUseRow>of() : before.forceUses()) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        return null;
    }
}
