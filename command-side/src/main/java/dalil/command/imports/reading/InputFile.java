package dalil.command.imports.reading;

import dalil.events.dataset.DatasetFact.ReadFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** Whether it can be read a second time; what comes through a pipe cannot. */
    public boolean isRereadable() {
        return Files.isRegularFile(path);
    }

    /** Reads the file once, for its hash alone. */
    public ReadFile fingerprint() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            long read = in.transferTo(OutputStream.nullOutputStream());
            return new ReadFile(HexFormat.of().formatHex(in.getMessageDigest().digest()), read);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
