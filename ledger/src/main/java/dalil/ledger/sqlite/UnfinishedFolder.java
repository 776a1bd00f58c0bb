package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
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
import org.jspecify.annotations.Nullable;

/**
 * A ledger's file while it is made, under another name; renamed once it is whole. A crash before the rename: the next one to make it
 * starts afresh. After: a whole ledger.
 */
public final class UnfinishedFolder implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final Path unfinished;
    private @Nullable SqliteWriter writer;

    private UnfinishedFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        Path file = SqliteFile.in(folder);
        this.unfinished = file.resolveSibling(file.getFileName() + ".new");
    }

    /**
     * Begins a ledger without facts.
     *
     * @throws LedgerAlreadyHere if there is one
     * @throws dalil.ledger.fault.FolderInUse if somebody is at work in the folder
     */
    public static UnfinishedFolder begin(Path folder, SealedCase sealed) {
        UnfinishedFolder made = null;
        try {
            Files.createDirectories(folder);
            made = new UnfinishedFolder(folder, FolderLock.take(folder, LedgerFolder.LOCK));
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
        Session session = new Session(SqliteFile.forWriting(unfinished));
        writer = new SqliteWriter(session);
        session.run("PRAGMA application_id = " + Schema.APPLICATION_ID);
        session.run("PRAGMA user_version = " + Schema.VERSION);
        session.run("BEGIN IMMEDIATE");
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

    public void append(Block block) {
        writer().append(block);
    }

    public void keep(Kept checkpoint, List<Node> nodes) {
        writer().keep(checkpoint, nodes);
    }

    /** Where it lies so far. */
    public Path file() {
        return unfinished;
    }

    /** Gives it its name. */
    public void finish() {
        try {
            // The last connection that closes moves the log into the file.
            writer().close();
            writer = null;
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, SqliteFile.in(folder), StandardCopyOption.ATOMIC_MOVE);
            sync(folder, StandardOpenOption.READ);
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
