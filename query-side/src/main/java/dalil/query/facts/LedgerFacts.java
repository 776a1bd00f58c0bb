package dalil.query.facts;

import dalil.events.FactMapper;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The facts of a ledger. Sealed sections are never read, so nothing protected can reach the table. */
public final class LedgerFacts implements FactSource {

    private final Ledger ledger;
    private final FactMapper mapper = new FactMapper(Facts.CATALOGUE);

    public LedgerFacts(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String ledger() {
        return ledger.ledgerCase().id().toString();
    }

    @Override
    public long size() {
        return ledger.size();
    }

    @Override
    public List<SourcedFact> read(long fromIndex, int max) {
        return ledger.read(fromIndex, max).stream().map(this::sourced).toList();
    }

    @Override
    public List<SourcedFact> stream(String stream, long beforeIndex) {
        return ledger.stream(stream, 0, beforeIndex).stream().map(this::sourced).toList();
    }

    @Override
    public String leaf(long index) {
        return ledger.read(index, 1).get(0).leaf().toString();
    }

    @Override
    public boolean awaitSize(long atLeast, Duration timeout) {
        return ledger.awaitSize(atLeast, timeout);
    }

    @Override
    public OptionalLong indexAt(Instant recorded) {
        return ledger.indexAt(recorded);
    }

    private SourcedFact sourced(StoredFact stored) {
        return new SourcedFact(
                stored.index(),
                stored.stream(),
                mapper.read(stored.type(), stored.revision(), stored.payload(), null),
                stored.meta());
    }
}
