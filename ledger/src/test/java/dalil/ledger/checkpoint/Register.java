package dalil.ledger.checkpoint;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.Sample;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.key.QuickPassphrase;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A ledger, its key folder and a checkpointer, opened as the server opens them. */
public final class Register implements AutoCloseable {

    public static final Passphrase PASSPHRASE = QuickPassphrase.FOR_TESTS;

    private static final EventIds IDS = new EventIds(Clock.systemUTC(), new SplittableRandom(1));

    public final Ledger ledger;
    public final KeyFolder keys;
    public final Checkpointer checkpointer;

    private Register(Ledger ledger, KeyFolder keys) {
        this.ledger = ledger;
        this.keys = keys;
        this.checkpointer = Checkpointer.start(ledger, keys, Clock.systemUTC());
    }

    /** In the folders {@code data} and {@code keys} under one, made if they are not there. */
    public static Register in(Path folder) {
        Path data = folder.resolve("data");
        Path keys = folder.resolve("keys");
        Passphrase passphrase = Files.exists(keys.resolve("passphrase"))
                ? Passphrase.of(keys, Map.of(), new SecureRandom())
                : PASSPHRASE;
        if (!KeyFolder.holdsKey(keys)) {
            KeyFolder.make(keys, Sample.CASE.origin(), passphrase, new SecureRandom());
        }
        Ledger ledger = Files.isDirectory(data)
                ? LedgerFolder.open(data, Sample.wiring())
                : LedgerFolder.create(data, Sample.CASE, Sample.wiring());
        return new Register(ledger, KeyFolder.open(keys, Sample.CASE.origin(), passphrase));
    }

    public void append(int facts) {
        for (int left = facts; left > 0; left -= 500) {
            List<NewFact> some = new ArrayList<>();
            for (int i = 0; i < Math.min(500, left); i++) {
                some.add(Sample.fact(IDS.next().toString(), null, 0));
            }
            ledger.append(some, null);
        }
    }

    public PublishedLog log() {
        return new PublishedLog(ledger, checkpointer::published);
    }

    /** Of a closed register. */
    public static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        ledger.close();
        keys.close();
    }
}
