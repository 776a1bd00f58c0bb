package dalil.command.imports;

import dalil.command.imports.reading.InputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of real publishers, which are not part of this repository. */
public final class RealFiles {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    private RealFiles() {}

    /** A file; the test is skipped where it is not there. */
    public static Path path(String name) {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            System.out.println("skipped: no " + file + " here");
        }
        Assumptions.assumeTrue(Files.exists(file), () -> "no " + file + " here");
        return file;
    }

    public static InputFile input(String name) {
        return InputFile.of(path(name));
    }
}
