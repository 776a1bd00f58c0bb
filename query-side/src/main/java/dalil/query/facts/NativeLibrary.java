package dalil.query.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads DuckDB's native library. The driver unpacks it, some 60 MB, as a temporary file that a killed process leaves behind. It has
 * no option for where, so the folder for temporary files is ours while it loads (a JVM that made one before may keep to the old
 * one), and where the system allows it the file goes as soon as it is mapped.
 */
final class NativeLibrary {

    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String FILES = "libduckdb_java*";
    private static final Path MAPPED = Path.of("/proc/self/maps");

    private NativeLibrary() {}

    static synchronized void load(Path folder) {
        String before = System.getProperty(TEMPORARY, "");
        try {
            Files.createDirectories(folder);
            sweep(folder);
            System.setProperty(TEMPORARY, folder.toAbsolutePath().toString());
            Class.forName("org.duckdb.DuckDBNative");
            unlink();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ClassNotFoundException noDriver) {
            throw new IllegalStateException(noDriver);
        } finally {
            System.setProperty(TEMPORARY, before);
        }
    }

    /** What killed processes left. One process has the folder, and what it mapped stays mapped. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void unlink() throws IOException {
        if (!Files.isReadable(MAPPED)) {
            return;
        }
        List<String> maps = Files.readAllLines(MAPPED);
        for (String line : maps) {
            int path = line.indexOf('/');
            if (path >= 0 && line.contains("/libduckdb_java") && !line.endsWith("(deleted)")) {
                Files.deleteIfExists(Path.of(line.substring(path)));
            }
        }
    }
}
