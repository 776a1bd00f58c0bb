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
            Tally forceUses =
                    tallies.ask(Map.of("of", List.of("force-uses"), "asOf", List.of(Long.toString(incidents.index()))));
            return Optional.of(
                    new Counted(incidents.total().reported(), forceUses.total().reported(), incidents.index()));
        } catch (NotYet notYet) {
            return Optional.empty();
        }
    }
}
