package dalil.ledger.sqlite;

import dalil.ledger.fault.FolderInUse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One writer per folder: an operating-system lock on a file, gone with the process however it ends. The file itself means nothing.
 */
public final class FolderLock implements AutoCloseable {

    // POSIX drops a process's locks on a file when it closes ANY descriptor of it. So a second attempt in this process
    // must not
    // even open the file: it would free the first one's lock on failing.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @param file the name of the lock, one and the same for all who use the folder
     * @throws FolderInUse if another writer has it
     */
    public static FolderLock take(Path folder, String file) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new FolderInUse(folder, null);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new FolderInUse(folder, null);
            }
            return new FolderLock(real, channel);
        } catch (IOException | FolderInUse | OverlappingFileLockException notOurs) {
            if (channel != null) {
                channel.close();
            }
            HELD_HERE.remove(real);
            if (notOurs instanceof OverlappingFileLockException) {
                throw new FolderInUse(folder, notOurs);
            }
            throw notOurs;
        }
    }

    /** Whether a writer has it, here or in another process; a writer that starts at the very moment of asking is refused. */
    static boolean isTaken(Path folder, String file) throws IOException {
        if (HELD_HERE.contains(folder.toRealPath())) {
            return true;
        }
        if (!Files.exists(folder.resolve(file))) {
            return false;
        }
        try (FolderLock mine = take(folder, file)) {
            return false;
        } catch (FolderInUse taken) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
