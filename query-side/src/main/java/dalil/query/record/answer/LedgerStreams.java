package dalil.query.record.answer;

import dalil.events.Fact;
import dalil.events.FactCatalogue;
import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/** Streams straight from the ledger: exact at every index, nothing to keep in step. */
public final class LedgerStreams implements Streams {

    private final Ledger ledger;
    private final FactMapper mapper;
    private final Clock clock;

    public LedgerStreams(Ledger ledger, FactMapper mapper, Clock clock) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public List<RecordedFact> stream(String stream, long before) {
        return ledger.stream(stream, 0, before).stream().map(this::read).toList();
    }

    /** A fact that is stored whole but says nothing this program understands is a fault too: it must not be passed over. */
    private RecordedFact read(StoredFact stored) {
        try {
            Fact fact = (Fact) mapper.read(stored.type(), stored.revision(), stored.payload(), stored.sealed());
            return new RecordedFact(
                    stored.index(),
                    stored.sequence().orElse(-1),
                    stored.recorded(),
                    stored.at(),
                    stored.type(),
                    stored.meta(),
                    fact);
        } catch (FactMapper.UnreadableFact | FactCatalogue.UnknownFact unreadable) {
            throw IntegrityFault.at(stored.index(), String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    @Override
    public ZoneId zone() {
        return ledger.ledgerCase().zone();
    }

    @Override
    public long size() {
        return ledger.size();
    }

    @Override
    public boolean awaitSize(long size, Duration timeout) {
        return ledger.awaitSize(size, timeout);
    }

    @Override
    public OptionalLong indexAt(Instant recorded) {
        return ledger.indexAt(recorded);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
