package dalil.query.home;

import dalil.events.FactMapper;
import dalil.events.dataset.DatasetFact;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.query.home.Holdings.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what no table has: sources and datasets. It goes on from where the last reader left it, and no reader makes it go on for
 * longer than a page may take, so that after a start on a large ledger the first pages say how far they counted.
 */
final class Census {

    private static final int STEP = 1_000;
    private static final String SOURCE = "source.registered";
    private static final String LISTED = "dataset.listed";

    private final Ledger ledger;
    private final FactMapper mapper;
    private final int patience;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private long counted;
    private long sources;

    /** @param patience how many facts one reader waits for */
    Census(Ledger ledger, FactMapper mapper, int patience) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.patience = patience;
    }

    /**
     * What was counted.
     *
     * @param position index of the last fact counted; -1 if none
     * @param size of the ledger
     */
    record Count(long position, long size, long sources, List<Dataset> datasets) {}

    synchronized Count count() {
        long size = ledger.size();
        long end = Math.min(size, counted + patience);
        while (counted < end) {
            for (StoredFact fact : ledger.read(counted, (int) Math.min(STEP, end - counted))) {
                count(fact);
            }
        }
        return new Count(counted - 1, size, sources, List.copyOf(datasets.values()));
    }

    private void count(StoredFact fact) {
        counted = fact.index() + 1;
        if (fact.type().equals(SOURCE)) {
            sources++;
        } else if (fact.type().equals(LISTED)) {
            DatasetFact.Listed listed =
                    (DatasetFact.Listed) mapper.read(fact.type(), fact.revision(), fact.payload(), null);
            Dataset before = datasets.get(listed.id());
            long until = before == null ? 0 : before.listed();
            long now = until + listed.added().size() - listed.noLonger().size();
            datasets.put(listed.id(), new Dataset(listed.id(), listed.dataset(), listed.asOf(), now));
        }
    }
}
