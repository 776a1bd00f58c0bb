package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.store.SealedCase;
import dalil.transparency.tree.CompactRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * A folder that holds one ledger. Creating and opening are different calls: an empty folder is never taken for a ledger that lost its
 * facts, nor the other way round.
 */
public final class LedgerFolder {

    private static final String LOCK = "ledger.lock";

    private LedgerFolder() {}

    /**
     * Makes an empty ledger and opens it.
     *
     * @throws LedgerAlreadyHere if there is one
     * @throws dalil.ledger.fault.FolderInUse if somebody is at work in the folder
     */
    public static Ledger create(Path folder, LedgerCase ledgerCase, LedgerWiring wiring) {
        // A folder that is not there gets its name only once the ledger in it is whole, because whoever finds a folder
        // opens
        // it.
        boolean beside = !Files.exists(folder);
        Path made = beside ? folder.resolveSibling(folder.getFileName() + ".new") : folder;
        try {
            Files.createDirectories(made);
            try (FolderLock lock = FolderLock.take(made, LOCK)) {
                if (Files.exists(SqliteFile.in(folder))) {
                    throw new LedgerAlreadyHere(folder, null);
                }
                make(made, ledgerCase, wiring);
                if (beside) {
                    Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
                    sync(Objects.requireNonNull(folder.toAbsolutePath().getParent()), StandardOpenOption.READ);
                }
            }
        } catch (IOException | SQLException failed) {
            throw new NoLedgerHere(folder, failed);
        }
        return open(folder, wiring);
    }

    // Made under another name and then renamed. A crash before the rename: the next create starts afresh. After: a
    // whole ledger.
    private static void make(Path folder, LedgerCase ledgerCase, LedgerWiring wiring) throws IOException, SQLException {
        Path file = SqliteFile.in(folder);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + suffix));
        }
        try (Session session = new Session(SqliteFile.forWriting(unfinished))) {
            session.run("BEGIN IMMEDIATE");
            session.run("PRAGMA application_id = " + Schema.APPLICATION_ID);
            session.run("PRAGMA user_version = " + Schema.VERSION);
            for (String statement : Schema.statements().values()) {
                session.run(statement);
            }
            CaseRow.insert(session, SealedCase.of(ledgerCase, wiring.random()));
            Head head = new Head(0, CompactRange.empty(), ledgerCase.id());
            session.bound(
                            "INSERT INTO head (one, size, tree, ledger) VALUES (1, ?, ?, ?)",
                            head.size(),
                            head.range().encode(),
                            head.ledger().toString())
                    .executeUpdate();
            session.run("COMMIT");
            // SQLite hides it when moving the log into the file fails on closing, and the rename takes the file alone.
            session.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        sync(unfinished, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
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
