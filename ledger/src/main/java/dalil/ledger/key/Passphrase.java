package dalil.ledger.key;

import dalil.ledger.fault.KeyUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What opens the key file, and where it came from.
 *
 * @param besideKey it lies in the key folder itself, so whoever has the folder has the key
 */
public record Passphrase(String text, boolean besideKey) {

    /** The environment variable that holds the passphrase. */
    public static final String VARIABLE = "DALIL_KEY_PASSPHRASE";

    /** The environment variable that names a file with the passphrase and nothing else but a newline. */
    public static final String FILE_VARIABLE = "DALIL_KEY_PASSPHRASE_FILE";

    static final String BESIDE = "passphrase";

    private static final int GENERATED_BYTES = 32;
    private static final int MOST_BYTES = 4_096;

    /**
     * The passphrase that was given, or the one beside the key, or, where there is neither key nor passphrase yet, one made now and
     * kept beside the key.
     *
     * @param environment of the process
     * @throws KeyUnavailable if there is a key and nothing to open it with
     */
    public static Passphrase of(Path folder, Map<String, String> environment, SecureRandom random) {
        String given = given(folder, environment);
        if (given != null) {
            return new Passphrase(given, false);
        }
        try {
            String beside = read(folder, folder.resolve(BESIDE));
            if (beside != null) {
                return new Passphrase(beside, true);
            }
            if (Files.exists(folder.resolve(KeyFolder.KEY))) {
                throw new KeyUnavailable(
                        folder, "no passphrase for the key: set " + VARIABLE + " or " + FILE_VARIABLE, null);
            }
            byte[] bytes = new byte[GENERATED_BYTES];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            DurableFile.folder(folder);
            // Before the key is. A crash here: a passphrase for nothing, which the next start takes for the key it
            // makes.
            DurableFile.replace(folder.resolve(BESIDE), (made + "\n").getBytes(StandardCharsets.US_ASCII));
            return new Passphrase(made, true);
        } catch (IOException failed) {
            throw new KeyUnavailable(folder, "the passphrase beside the key cannot be read or written", failed);
        }
    }

    private static @Nullable String given(Path folder, Map<String, String> environment) {
        String text = environment.get(VARIABLE);
        String file = environment.get(FILE_VARIABLE);
        if (text != null && file != null) {
            throw new KeyUnavailable(folder, VARIABLE + " and " + FILE_VARIABLE + " are both set; set one", null);
        }
        if (text != null) {
            return notEmpty(folder, VARIABLE, text);
        }
        if (file == null) {
            return null;
        }
        try {
            String read = read(folder, Path.of(file));
            if (read == null) {
                throw new KeyUnavailable(folder, FILE_VARIABLE + " names a file that is not there", null);
            }
            return read;
        } catch (IOException failed) {
            throw new KeyUnavailable(folder, "the file that " + FILE_VARIABLE + " names cannot be read", failed);
        }
    }

    /** The file's text without one newline at its end; null if there is no such file. */
    private static @Nullable String read(Path folder, Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException none) {
            return null;
        }
        if (bytes.length > MOST_BYTES) {
            throw new KeyUnavailable(folder, "a passphrase file has at most " + MOST_BYTES + " bytes", null);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return notEmpty(
                folder, "the passphrase file", text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    private static String notEmpty(Path folder, String what, String text) {
        if (text.isEmpty()) {
            throw new KeyUnavailable(folder, what + " is empty", null);
        }
        return text;
    }

    /** Not the passphrase. */
    @Override
    public String toString() {
        return besideKey ? "the passphrase beside the key" : "a passphrase that was given";
    }
}
