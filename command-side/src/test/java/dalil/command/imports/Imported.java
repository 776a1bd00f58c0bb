package dalil.command.imports;

import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.row.ContentKey;
import dalil.command.imports.yaml.ProfileYaml;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An import into memory, for tests: what was sent, what was rejected, what was reported. */
public record Imported(ImportReport report, RecordedRows sent, String rejects) {

    public static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    /** HMAC-SHA256 under the bytes 0 to 31. */
    public static final ContentKey KEY = key(0);

    /** A register's key: HMAC-SHA256 under 32 bytes that count up from the first one. */
    public static ContentKey key(int first) {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (first + i);
        }
        return content -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(content);
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        };
    }

    /** Seeded, so that a failure repeats. */
    public static Supplier<UUID> ids() {
        Random random = new Random(7);
        return () -> new UUID(random.nextLong(), random.nextLong());
    }

    /** Imports files; rows go to memory. */
    public static Imported run(Profile profile, @Nullable String asOf, InputFile... inputs) {
        return run(new ImportRequest(profile, List.of(inputs), null, asOf, false), new RecordedRows());
    }

    public static Imported run(ImportRequest request, RecordedRows sink) {
        return run(request, sink, KEY);
    }

    /** Imports into the register of this key. */
    public static Imported run(ImportRequest request, RecordedRows sink, ContentKey key) {
        StringWriter rejects = new StringWriter();
        try (RejectsFile file = new RejectsFile(rejects)) {
            ImportReport report =
                    new ImportRun(request, sink, sink.streams::contains, key, ids(), NOON, file, progress -> {}).run();
            file.close();
            return new Imported(report, sink, rejects.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Imports a text as one file under a profile that is a text too. */
    public static Imported of(Path folder, String profile, String content) {
        return of(folder, profile, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Imported of(Path folder, String profile, byte[] content) {
        return run(profile(profile), "2026-01-01", file(folder, "rows", content));
    }

    public static Profile profile(String yaml) {
        return ProfileYaml.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Of one file as of the first day of 2026. */
    static ImportRequest request(Path folder, String profile, String content, boolean dryRun) {
        InputFile rows = file(folder, "rows", content.getBytes(StandardCharsets.UTF_8));
        return new ImportRequest(profile(profile), List.of(rows), null, "2026-01-01", dryRun);
    }

    public static InputFile file(Path folder, String name, byte[] content) {
        try {
            return InputFile.of(Files.write(folder.resolve(name), content));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lines of the rejects file below its header. */
    public List<String> rejected() {
        List<String> lines = new ArrayList<>(rejects.lines().toList());
        lines.remove(0);
        return lines;
    }
}
