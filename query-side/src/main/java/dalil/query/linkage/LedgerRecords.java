package dalil.query.linkage;

import dalil.events.Fact;
import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.query.record.RecordState;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the records of one kind from the ledger, as far as it goes. Most records of a large register came by import, and began not long
 * before their last fact: those are put together while the ledger is read through. Only one that goes on later is read again, by itself.
 */
public final class LedgerRecords<S extends RecordState> {

    /** So many facts are in memory at once. */
    private static final int STEP = 1_000;

    private final Ledger ledger;
    private final FactMapper mapper;
    private final String prefix;
    private final Supplier<S> begin;
    private final Consumer<S> seen;
    private final Consumer<StoredFact> others;
    private final Set<String> toReadAgain = new LinkedHashSet<>();
    private long next;

    /**
     * A reader at the ledger's beginning.
     *
     * @param prefix of the streams of these records
     * @param begin a record without any fact
     * @param seen is given each record as it is, and again when facts came
     * @param others is given all facts of other streams; after a failure some come twice
     */
    public LedgerRecords(
            Ledger ledger,
            FactMapper mapper,
            String prefix,
            Supplier<S> begin,
            Consumer<S> seen,
            Consumer<StoredFact> others) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.prefix = prefix;
        this.begin = begin;
        this.seen = seen;
        this.others = others;
    }

    /** Index of the last fact that was read; -1 if none. */
    public long position() {
        return next - 1;
    }

    /** Reads what was recorded since. */
    public void catchUp() {
        for (long size = ledger.size(); next < size; ) {
            List<StoredFact> facts = ledger.read(next, (int) Math.min(STEP, size - next));
            Map<String, S> begun = new LinkedHashMap<>();
            facts.forEach(fact -> take(fact, begun));
            begun.values().forEach(seen);
            next += facts.size();
        }
        for (Iterator<String> streams = toReadAgain.iterator(); streams.hasNext(); ) {
            S state = begin.get();
            ledger.stream(streams.next(), 0, next).forEach(fact -> apply(fact, state));
            seen.accept(state);
            streams.remove();
        }
    }

    private void take(StoredFact fact, Map<String, S> begun) {
        String stream = fact.stream();
        if (stream == null || !stream.startsWith(prefix)) {
            others.accept(fact);
        } else if (fact.sequence().orElse(-1) == 0) {
            S state = begin.get();
            apply(fact, state);
            begun.put(stream, state);
        } else if (begun.containsKey(stream)) {
            apply(fact, begun.get(stream));
        } else {
            toReadAgain.add(stream);
        }
    }

    private void apply(StoredFact stored, S state) {
        Fact fact = (Fact) mapper.read(stored.type(), stored.revision(), stored.payload(), stored.sealed());
        state.apply(stored.index(), fact, stored.meta());
    }
}
