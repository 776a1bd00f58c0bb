package dalil.ledger.sqlite;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.store.SealedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds one ledger. Creating and opening are different calls: an empty folder is never taken for a ledger that lost its
 * facts, nor the other way round.
 */
public final class LedgerFolder {

    static final String LOCK = "ledger.lock";

    private LedgerFolder() {}

    /**
     * Makes an empty ledger and opens it.
     *
     * @throws LedgerAlreadyHere if there is one
     * @throws dalil.ledger.fault.FolderInUse if somebody is at work in the folder
     */
    public static Ledger create(Path folder, LedgerCase ledgerCase, LedgerWiring wiring) {
        try (UnfinishedFolder made = UnfinishedFolder.begin(folder, SealedCase.of(ledgerCase, wiring.random()))) {
            made.finish();
        }
        return open(folder, wiring);
    }

    /**
     * Opens for reading and appending.
     *
     * @throws NoLedgerHere if there is none, or it cannot be opened
     * @throws dalil.ledger.fault.FolderInUse if there is another writer
     * @throws dalil.ledger.fault.IntegrityFault if the head and the last facts disagree
     */
    public static Ledger open(Path folder, LedgerWiring wiring) {
        FolderLock lock = null;
        Session session = null;
        SqliteStore store = null;
        try {
            Path file = existing(folder);
            lock = FolderLock.take(folder, LOCK);
            session = new Session(SqliteFile.forWriting(file));
            store = new SqliteStore(file, new SqliteWriter(session), lock);
            new StartCheck(store).check();
            return Ledger.writing(store, wiring);
        } catch (SQLException | IOException failed) {
            abandon(store, session, lock);
            throw new NoLedgerHere(folder, failed);
        } catch (RuntimeException refused) {
            abandon(store, session, lock);
            throw refused;
        }
    }

    /** Opens for reading, also beside the process that writes. The same faults, save {@code FolderInUse}. */
    public static Ledger openReadOnly(Path folder) {
        SqliteStore store = null;
        try {
            store = new SqliteStore(existing(folder), null, null);
            new StartCheck(store).check();
            return Ledger.reading(store);
        } catch (RuntimeException refused) {
            abandon(store, null, null);
            throw refused;
        }
    }

    /**
     * Keeps every writer out until it is closed.
     *
     * @throws dalil.ledger.fault.FolderInUse if there is one
     */
    public static FolderLock keepWritersOut(Path folder) {
        try {
            existing(folder);
            return FolderLock.take(folder, LOCK);
        } catch (IOException failed) {
            throw new NoLedgerHere(folder, failed);
        }
    }

    private static Path existing(Path folder) {
        Path file = SqliteFile.in(folder);
        if (!Files.isRegularFile(file)) {
            throw new NoLedgerHere(folder, null);
        }
        return file;
    }

    private static void abandon(@Nullable SqliteStore store, @Nullable Session session, @Nullable FolderLock lock) {
        try {
            if (store != null) {
                store.close();
                return;
            }
            if (session != null) {
                session.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (SQLException | IOException | RuntimeException alreadyFailing) {
            // the first failure is the one to tell
        }
    }
}
