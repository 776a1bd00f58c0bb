package dalil.benchmarks.ledger;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.axon.FactSerializer;
import dalil.ledger.axon.LedgerEventStorageEngine;
import dalil.ledger.checkpoint.Cadence;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The ledger on SQLite, opened as the server opens it. */
final class DalilContestant implements Contestant {

    private static final LedgerCase INVENTED =
            new LedgerCase(UUID.randomUUID(), "Invented", ZoneId.of("Asia/Bishkek"), List.of("ky"), "dalil.invalid");

    private final Ledger ledger;
    private final EventStorageEngine engine;

    private DalilContestant(Ledger ledger) {
        this.ledger = ledger;
        FactSerializer serializer = new FactSerializer(Noted.CATALOGUE);
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder();
        builder.ledger(ledger)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH);
        this.engine = builder.build();
    }

    static DalilContestant in(Path folder) {
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {});
        return new DalilContestant(
                Files.isDirectory(folder)
                        ? LedgerFolder.open(folder, wiring)
                        : LedgerFolder.create(folder, INVENTED, wiring));
    }

    /** Signs checkpoints until it is closed, as the server does, which also signs once more at the end. */
    AutoCloseable signing(Path folder, Duration every) {
        String origin = INVENTED.origin();
        Passphrase passphrase = new Passphrase("of a benchmark", false);
        KeyFolder.make(folder, origin, passphrase, new SecureRandom());
        KeyFolder keys = KeyFolder.open(folder, origin, passphrase);
        Cadence cadence = new Cadence(Checkpointer.start(ledger, keys, Clock.systemUTC()), every);
        return () -> {
            cadence.close();
            keys.close();
        };
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public long events() {
        return ledger.size();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
