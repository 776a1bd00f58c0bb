package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that both stores keep their files in, so that both sync to the same disk. */
final class Workplace {

    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

    private final Path folder;
    private final boolean kept;

    private Workplace(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** A new one that is removed at the end, where temporary files outlive a restart and so are on a disk. */
    static Workplace temporary() throws IOException {
        Path parent = Path.of("/var/tmp");
        Path folder = Files.createTempDirectory(
                Files.isWritable(parent) ? parent : Path.of(System.getProperty("java.io.tmpdir")), "dalil-ledger-");
        return new Workplace(open(folder), false);
    }

    static Workplace kept(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Workplace(open(folder.toAbsolutePath()), true);
    }

    // PostgreSQL may run as somebody else and has to come through.
    private static Path open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String type = Files.getFileStore(folder).type();
        if (MEMORY.contains(type)) {
            throw new Absent(folder + " lies in memory (" + type + "), where a sync shows nothing; give --work a folder"
                    + " on a disk");
        }
        return folder;
    }

    Path folder() {
        return folder;
    }

    Path in(String name) {
        return folder.resolve(name);
    }

    void remove(String name) throws IOException {
        delete(in(name));
    }

    /** At the end of the run. */
    void leave() throws IOException {
        if (!kept) {
            delete(folder);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(root)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
