package dalil.query.wire;

import dalil.events.Fact;
import dalil.events.FactMapper;
import dalil.events.FactSections;
import dalil.events.FactType;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A real ledger in a folder, filled fact by fact as the write side would. */
public final class TestLedger implements AutoCloseable {

    public static final FactMapper MAPPER = new FactMapper(Facts.CATALOGUE);
    public static final Instant AT = Instant.parse("2020-10-05T15:00:00.123Z");

    private static final LedgerCase CASE = new LedgerCase(
            UUID.fromString("0f2a6f0e-7f1c-4c5e-9a57-0d6a3a1f2b10"),
            "Ойдон чыгарылган <иш>",
            ZoneId.of("Asia/Bishkek"),
            List.of("ky"),
            "dalil.example/test");

    private static final int BLOCK = 500;

    public final Ledger ledger;
    private final AtomicInteger eventId = new AtomicInteger();

    public TestLedger(Path folder) {
        ledger = LedgerFolder.create(folder, CASE, new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {
            throw new AssertionError("the ledger failed", failure);
        }));
    }

    /** Appends facts to a stream, one after the other; gives the index of the first. */
    public long append(String stream, Fact... facts) {
        long first = ledger.size();
        for (Fact fact : facts) {
            ledger.append(List.of(made(stream, ledger.lastSequence(stream).orElse(-1) + 1, fact)), null);
        }
        return first;
    }

    /** Begins many streams with one fact each, many in one append. */
    public void begin(Map<String, ? extends Fact> streams) {
        List<NewFact> block = new ArrayList<>();
        streams.forEach((stream, fact) -> {
            block.add(made(stream, 0, fact));
            if (block.size() == BLOCK) {
                ledger.append(List.copyOf(block), null);
                block.clear();
            }
        });
        ledger.append(block, null);
    }

    private NewFact made(String stream, long sequence, Fact fact) {
        FactType type = Facts.CATALOGUE.of(fact.getClass());
        FactSections sections = MAPPER.write(fact);
        return new NewFact(
                new UUID(0x7000L, eventId.getAndIncrement()).toString(),
                AT,
                type.name(),
                type.revision(),
                stream,
                sequence,
                sections.payload(),
                sections.sealed(),
                Map.of("actor", "documenter-1", "role", "documenter", "through", "form"));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
