package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.LedgerAlreadyHere;
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
import org.jspecify.annotations.Nullable;

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
        Path file = SqliteFile.in(folder);
        try {
            Files.createDirectories(folder);
            try (FolderLock lock = FolderLock.take(folder, LOCK)) {
                if (Files.exists(file)) {
                    throw new LedgerAlreadyHere(folder, null);
                }
                make(folder, ledgerCase, wiring);
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
            session.run("PRAGMA application_id = " + Schema.APPLICATION_ID);
            session.run("PRAGMA user_version = " + Schema.VERSION);
            session.run("BEGIN IMMEDIATE");
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
