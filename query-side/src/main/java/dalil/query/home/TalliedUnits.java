package dalil.query.home;

import dalil.query.problem.NotYet;
import dalil.query.tally.Tally;
import dalil.query.tally.TallyQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts by the rule of all tallies, at one index. */
public final class TalliedUnits implements UnitCounts {

    private final TallyQuery tallies;

    public TalliedUnits(TallyQuery tallies) {
        this.tallies = tallies;
    }

    @Override
    public Optional<Counted> count() {
        try {
            Tally incidents = tallies.ask(Map.of("of", List.of("incidents")));
            long index = incidents.index();
            return Optional.of(new Counted(
                    incidents.total().reported(), reported("force-uses", index), reported("casualties", index), index));
        } catch (NotYet notYet) {
            return Optional.empty();
        }
    }

    private long reported(String unit, long index) {
        return tallies.ask(Map.of("of", List.of(unit), "asOf", List.of(Long.toString(index))))
                .total()
                .reported();
    }
}
