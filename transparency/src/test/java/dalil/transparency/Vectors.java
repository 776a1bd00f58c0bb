package dalil.transparency;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The outside test vectors, beside the checkout; tests that need them are skipped, with the reason, where they are absent. */
public final class Vectors {

    private static final Path ROOT = Path.of("../../shared/data/vectors");

    private Vectors() {}

    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        String reason = "skipped: no test vectors at " + folder;
        if (!Files.isDirectory(folder)) {
            System.out.println(reason);
        }
        assumeTrue(Files.isDirectory(folder), reason);
        return folder;
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
