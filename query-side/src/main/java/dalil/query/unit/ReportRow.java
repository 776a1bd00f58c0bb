package dalil.query.unit;

import dalil.events.claim.ClaimValue.Word;
import dalil.events.report.ReportFact;
import java.util.Set;

/**
 * A report that is still to be worked up; it has no row before and none after. Nothing of what was told is in it.
 *
 * @param unit its number: the ledger index of its first fact
 * @param urgent whether somebody was in danger or needed care when it was taken
 */
public record ReportRow(long unit, String id, boolean urgent) implements UnitRow {

    private static final Set<String> URGENT = Set.of("danger-now/yes", "care-now/yes", "caller-safety/in-danger-now");

    /** @param index of the fact that took it */
    public static ReportRow of(long index, ReportFact.Taken taken) {
        boolean urgent = taken.answers().stream()
                .anyMatch(answered -> answered.value() instanceof Word word
                        && URGENT.contains(answered.question() + "/" + word.word()));
        return new ReportRow(index, taken.id(), urgent);
    }
}
