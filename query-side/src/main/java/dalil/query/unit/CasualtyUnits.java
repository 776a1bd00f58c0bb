package dalil.query.unit;

import dalil.query.record.ClaimSet;
import dalil.query.record.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Everything that a casualty counts as: itself, and each injury by which it is broken down. */
public record CasualtyUnits(CasualtyRow casualty, List<InjuryRow> injuries) {

    /**
     * The units of a person.
     *
     * @param absorbed whether another record stands for this one
     * @param incident in which it happened, as it is counted; null if none is known
     * @param sourceTypes word of a source's type, by the source's UUID
     */
    public static CasualtyUnits of(
            Person person,
            boolean absorbed,
            @Nullable IncidentRow incident,
            ToIntFunction<String> sourceTypes,
            Words words) {
        long number = person.own().firstIndex();
        long review = person.own().reviewedAt();
        List<InjuryRow> injuries = new ArrayList<>();
        int ordinal = 0;
        for (Map.Entry<String, ClaimSet> injury : person.injuries().entrySet()) {
            if (injury.getValue().anyLive()) {
                injuries.add(InjuryRow.of(number, ordinal, injury.getKey(), injury.getValue(), review, words));
            }
            ordinal++;
        }
        if (injuries.isEmpty()) {
            injuries.add(InjuryRow.none(number));
        }
        return new CasualtyUnits(
                CasualtyRow.of(person, absorbed, incident, sourceTypes, words), Shared.marked(injuries));
    }
}
