package dalil.command.imports.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to import.
 *
 * @param name by which a profile tells several files apart; not kept, it may name a person
 */
public record InputFile(String name, Path path) {

    public static InputFile of(Path path) {
        return new InputFile(String.valueOf(path.getFileName()), path);
    }

    public long bytes() throws IOException {
        return Files.size(path);
    }
}
