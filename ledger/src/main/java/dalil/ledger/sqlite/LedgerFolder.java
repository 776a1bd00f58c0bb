package dalil.ledger.sqlite;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.store.SealedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

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
     * @throws LedgerUnavailable if there is not the little space that opening needs
     * @throws dalil.ledger.fault.FolderInUse if there is another writer
     * @throws IntegrityFault if the head and the last facts disagree, or the log was damaged
     */
    public static Ledger open(Path folder, LedgerWiring wiring) {
        FolderLock lock = null;
        Session session = null;
        SqliteStore store = null;
        try {
            Path file = existing(folder);
            lock = FolderLock.take(folder, LOCK);
            WriteAheadLog.End end = WriteAheadLog.beside(file, false).end();
            refuseIfDamaged(end);
            session = new Session(SqliteFile.forWriting(file));
            store = new SqliteStore(file, new SqliteWriter(session), lock);
            new StartCheck(store).check();
            if (end == WriteAheadLog.End.TORN) {
                // What a crash tore was acknowledged to nobody. Once it is gone, no audit has to wonder about it.
                session.run("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            return Ledger.writing(store, wiring);
        } catch (SQLException | IOException failed) {
            abandon(store, session, lock);
            throw failed instanceof SQLiteException sqlite && isForLackOfSpace(sqlite)
                    ? new LedgerUnavailable(Reason.FULL, "no space left to open the ledger in " + folder, failed)
                    : new NoLedgerHere(folder, failed);
        } catch (RuntimeException refused) {
            abandon(store, session, lock);
            throw refused;
        }
    }

    private static boolean isForLackOfSpace(SQLiteException failed) {
        int code = failed.getResultCode().code;
        return code == SqliteCodes.FULL || code == SqliteCodes.INDEX_CANNOT_GROW;
    }

    private static void refuseIfDamaged(WriteAheadLog.End end) {
        if (end == WriteAheadLog.End.DAMAGED) {
            throw IntegrityFault.ofLedger(
                    "the log " + SqliteFile.NAME + "-wal is damaged, and more stands behind the damage"
                            + " than a crash can have torn: opening it would drop facts that were acknowledged (docs/ledger.md)");
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

    /** Whether somebody has the ledger open for writing. */
    public static boolean isWritten(Path folder) throws IOException {
        return FolderLock.isTaken(folder, LOCK);
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
