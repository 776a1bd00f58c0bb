package dalil.command.imports.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of uploads: a folder for each import, gone when the import ends; rejects files stay until the server starts again.
 * Files are numbered, since the name of a file may name a person.
 */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String INCOMING = "incoming";

    private final Path folder;

    /** Begins with an empty folder: what is in it was left by a crash. */
    Uploads(Path folder) {
        this.folder = folder;
        try {
            delete(folder);
            Files.createDirectories(folder.resolve(INCOMING));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the server puts the parts of a request while it is still coming in. */
    Path incoming() {
        return folder.resolve(INCOMING);
    }

    Path of(UUID id) {
        return folder.resolve(id.toString());
    }

    Path rejects(UUID id) {
        return folder.resolve(id + ".rejects.csv");
    }

    /** A file that is not gone now is gone at the next start. */
    void discard(Path path) {
        try {
            delete(path);
        } catch (IOException left) {
            LOG.warn(
                    "an upload could not be deleted and is left until the next start ({})",
                    left.getClass().getSimpleName());
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> within = Files.walk(path)) {
            for (Path one : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
