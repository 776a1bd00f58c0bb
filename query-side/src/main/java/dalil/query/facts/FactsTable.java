package dalil.query.facts;

import dalil.query.problem.NotYet;
import dalil.query.unit.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The table in its folder: one writer, any number of readers. What is read at an index stays what was read, however far the writer
 * goes on.
 */
public final class FactsTable implements AutoCloseable {

    /** No fact is reflected. */
    public static final long NOTHING = -1;

    private static final String FILE = "facts.duckdb";
    private static final String NATIVE = "native";

    private final Path folder;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final ReentrantLock moving = new ReentrantLock();
    private final Condition moved = moving.newCondition();
    private @Nullable FactsFile file;
    private volatile long position = NOTHING;
    private volatile Words words = new Words();

    /** @param folder for the table alone; whatever does not match the ledger in it is deleted */
    public FactsTable(Path folder) {
        this.folder = folder;
    }

    /** Something that reads. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Index of the last fact that the table reflects; {@link #NOTHING} if none. */
    public long position() {
        return position;
    }

    /** Waits until a fact is reflected, or the time is over; says which. */
    public boolean awaitPosition(long index, Duration timeout) {
        long left = timeout.toNanos();
        moving.lock();
        try {
            while (position < index && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            moving.unlock();
        }
        return position >= index;
    }

    /** The numbers of words. */
    public Words words() {
        return words;
    }

    /**
     * Reads with a connection of its own; {@link NotYet} while the table is being opened.
     *
     * @param index at which is read: every statement must ask for versions in force there and for no others
     */
    public <T> T read(long index, Reading<T> reading) {
        use.readLock().lock();
        try {
            FactsFile open = file;
            if (open == null) {
                throw new NotYet(position + 1, position);
            }
            try (Connection connection = open.reader(index)) {
                return reading.read(connection);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the facts table could not be read", failed);
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Opens the file if it holds what the ledger says, up to a fact that the ledger has; otherwise begins a new one.
     *
     * @return whether it had to begin anew
     */
    boolean open(FactSource source) throws SQLException {
        use.writeLock().lock();
        try {
            close();
            NativeLibrary.load(folder.resolve(NATIVE));
            FactsFile kept = kept(source);
            FactsFile opened = kept == null ? FactsFile.create(emptied(), source.ledger()) : kept;
            file = opened;
            words = opened.words();
            move(opened.position().at());
            return kept == null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            use.writeLock().unlock();
        }
    }

    private @Nullable FactsFile kept(FactSource source) throws SQLException {
        if (!Files.exists(folder.resolve(FILE))) {
            return null;
        }
        FactsFile found = null;
        try {
            found = FactsFile.open(folder.resolve(FILE));
            if (matches(found.position(), source)) {
                return found;
            }
        } catch (SQLException | IllegalStateException unreadable) {
            // a file that does not open, or holds something else, is not worth a word more: the ledger has everything
        }
        if (found != null) {
            found.close();
        }
        return null;
    }

    private static boolean matches(FactsFile.Position position, FactSource source) {
        return position.layout() == Tables.VERSION
                && position.ledger().equals(source.ledger())
                && position.at() < source.size()
                && (position.at() == NOTHING || position.leaf().equals(source.leaf(position.at())));
    }

    private Path emptied() throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    // the library that is loaded, which some systems do not let go
                    return path.equals(folder.resolve(NATIVE))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    Files.delete(path);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(folder);
        return folder.resolve(FILE);
    }

    /** Writes a batch and the position in one transaction. A crash before its commit: the batch comes again. */
    void write(Batch batch, long at, String leaf) throws SQLException {
        FactsFile open = file;
        if (open == null) {
            throw new IllegalStateException("the facts table is not open");
        }
        open.write(batch, words, at, leaf);
        move(at);
    }

    /** What following goes on from. */
    Followed followed(FactSource source, int mostRecent) throws SQLException {
        FactsFile open = file;
        if (open == null) {
            throw new IllegalStateException("the facts table is not open");
        }
        SourceTypes sourceTypes = new SourceTypes(source);
        return new Followed(
                new Incidents(source, sourceTypes, open.mergersOfIncidents(), mostRecent),
                new Casualties(source, sourceTypes, open.related(), mostRecent),
                sourceTypes);
    }

    private void move(long to) {
        moving.lock();
        try {
            position = to;
            moved.signalAll();
        } finally {
            moving.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        use.writeLock().lock();
        try {
            FactsFile open = file;
            file = null;
            if (open != null) {
                open.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
