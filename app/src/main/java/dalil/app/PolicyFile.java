package dalil.app;

import dalil.transparency.MalformedException;
import dalil.transparency.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A C2SP tlog-policy in a file: which witnesses are asked, or must have cosigned. */
final class PolicyFile {

    private PolicyFile() {}

    /** @throws MalformedException naming the line */
    static Policy read(Path file) throws IOException {
        return Policy.parse(bytes(file, Policy.MAX_BYTES));
    }

    /** At most so many bytes and one more, by which a reader sees that there are too many. */
    static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }
}
