package dalil.query.unit;

import dalil.query.record.RecordState;
import dalil.query.record.Together;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a record hangs together with others of its kind.
 *
 * @param into UUID of the record that this one was merged into, whether that holds or not; null if into none
 * @param at ledger index of that fact; -1 if there is none
 * @param since ledger index since when that holds; -1 if it does not
 * @param closed whether no merger with this record holds: it was retracted, or is of several people
 * @param absorbed UUIDs of the records that this one stands for
 */
public record Merged(@Nullable String into, long at, long since, boolean closed, List<String> absorbed) {

    private static final long NONE = -1;
    private static final Merged WITH_NONE = new Merged(null, NONE, NONE, false, List.of());

    /** @param since ledger index since when another record stands for this one; -1 while it stands for itself */
    static Merged of(Together<?> record, long since, boolean closed) {
        RecordState.Merger merger = record.own().merger().orElse(null);
        if (merger == null && !closed && record.absorbed().isEmpty()) {
            return WITH_NONE;
        }
        return new Merged(
                merger == null ? null : merger.into(),
                merger == null ? NONE : merger.mark().index(),
                since,
                closed,
                record.absorbed().stream().map(other -> other.state().id()).toList());
    }

    /** Whether it is counted as another. */
    boolean elsewhere() {
        return since >= 0;
    }
}
