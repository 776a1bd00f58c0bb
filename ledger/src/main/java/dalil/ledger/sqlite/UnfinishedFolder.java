package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.ledger.store.SealedCase;
import dalil.transparency.tree.CompactRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's file while it is made, under another name; renamed once it is whole. A folder that was not there gets its name only then,
 * because whoever finds a folder opens it. A crash before the last rename: the next one to make it starts afresh. After: a whole ledger.
 */
public final class UnfinishedFolder implements AutoCloseable {

    private final Path folder;
    private final Path made;
    private final FolderLock lock;
    private final Path unfinished;
    private @Nullable Session session;
    private @Nullable SqliteWriter writer;

    /** @param made where it is made: the folder, or one beside it */
    private UnfinishedFolder(Path folder, Path made, FolderLock lock) {
        this.folder = folder;
        this.made = made;
        this.lock = lock;
        Path file = SqliteFile.in(made);
        this.unfinished = file.resolveSibling(file.getFileName() + ".new");
    }

    /**
     * Begins a ledger without facts.
     *
     * @throws LedgerAlreadyHere if there is one
     * @throws dalil.ledger.fault.FolderInUse if somebody is at work in the folder
     */
    public static UnfinishedFolder begin(Path folder, SealedCase sealed) {
        Path place = Files.exists(folder) ? folder : folder.resolveSibling(folder.getFileName() + ".new");
        UnfinishedFolder made = null;
        try {
            Files.createDirectories(place);
            made = new UnfinishedFolder(folder, place, FolderLock.take(place, LedgerFolder.LOCK));
            if (Files.exists(SqliteFile.in(folder))) {
                throw new LedgerAlreadyHere(folder, null);
            }
            made.make(sealed);
            return made;
        } catch (IOException | SQLException failed) {
            abandon(made);
            throw new NoLedgerHere(folder, failed);
        } catch (RuntimeException refused) {
            abandon(made);
            throw refused;
        }
    }

    private static void abandon(@Nullable UnfinishedFolder made) {
        if (made != null) {
            made.close();
        }
    }

    private void make(SealedCase sealed) throws IOException, SQLException {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + suffix));
        }
        session = new Session(SqliteFile.forWriting(unfinished));
        writer = new SqliteWriter(session);
        session.run("BEGIN IMMEDIATE");
        session.run("PRAGMA application_id = " + Schema.APPLICATION_ID);
        session.run("PRAGMA user_version = " + Schema.VERSION);
        for (String statement : Schema.statements().values()) {
            session.run(statement);
        }
        CaseRow.insert(session, sealed);
        Head head = new Head(0, CompactRange.empty(), sealed.ledgerCase().id());
        session.bound(
                        "INSERT INTO head (one, size, tree, ledger) VALUES (1, ?, ?, ?)",
                        head.size(),
                        head.range().encode(),
                        head.ledger().toString())
                .executeUpdate();
        session.run("COMMIT");
    }

    private SqliteWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("finished");
        }
        return writer;
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("finished");
        }
        return session;
    }

    public void append(Block block) {
        writer().append(block);
    }

    public void keep(Kept checkpoint, List<Node> nodes) {
        writer().keep(checkpoint, nodes);
    }

    public void keep(Attestation attestation) {
        writer().keep(attestation);
    }

    /** Where it lies so far, nothing of it in the log. */
    public Path file() {
        try {
            session().run("PRAGMA wal_checkpoint(TRUNCATE)");
            return unfinished;
        } catch (SQLException failed) {
            throw new NoLedgerHere(folder, failed);
        }
    }

    /** Gives it its name. */
    public void finish() {
        try {
            // SQLite hides it when moving the log into the file fails on closing, and the rename takes the file alone.
            session().run("PRAGMA wal_checkpoint(TRUNCATE)");
            writer().close();
            writer = null;
            session = null;
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, SqliteFile.in(made), StandardCopyOption.ATOMIC_MOVE);
            sync(made, StandardOpenOption.READ);
            if (!made.equals(folder)) {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
                sync(Objects.requireNonNull(folder.toAbsolutePath().getParent()), StandardOpenOption.READ);
            }
        } catch (IOException | SQLException failed) {
            throw new NoLedgerHere(folder, failed);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
            lock.close();
        } catch (IOException | SQLException alreadyAbandoned) {
            // what is left does not open
        }
    }
}
