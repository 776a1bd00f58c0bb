package dalil.query.unit;

import dalil.query.record.CasualtyState;
import dalil.query.record.ClaimSet;
import dalil.query.record.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that a casualty counts as: itself, and each injury by which it is broken down. */
public record CasualtyUnits(CasualtyRow casualty, List<InjuryRow> injuries) {

    /**
     * The units of a person.
     *
     * @param sourceTypes word of a source's type, by the source's UUID
     */
    public static CasualtyUnits of(
            Together<CasualtyState> person, Circumstances circumstances, SourceNumbers sourceTypes, Words words) {
        long number = person.own().firstIndex();
        long review = person.own().reviewedAt();
        List<InjuryRow> injuries = new ArrayList<>();
        int ordinal = 0;
        for (Map.Entry<String, ClaimSet> injury : person.parts().entrySet()) {
            if (injury.getValue().anyLive()) {
                injuries.add(InjuryRow.of(number, ordinal, injury.getKey(), injury.getValue(), review, words));
            }
            ordinal++;
        }
        if (injuries.isEmpty()) {
            injuries.add(InjuryRow.none(number));
        }
        return new CasualtyUnits(CasualtyRow.of(person, circumstances, sourceTypes, words), Shared.marked(injuries));
    }
}
