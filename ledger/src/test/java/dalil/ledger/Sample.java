package dalil.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented material for tests. */
public final class Sample {

    public static final LedgerCase CASE = new LedgerCase(
            UUID.fromString("0f2a6f0e-7f1c-4c5e-9a57-0d6a3a1f2b10"),
            "A case made up for tests",
            ZoneId.of("Asia/Bishkek"),
            List.of("en", "ru", "ky"),
            "dalil.example/test");

    public static final Instant AT = Instant.parse("2020-10-05T15:00:00.123Z");

    /** When tests with a clock of their own begin to record. */
    public static final Instant RECORDED = Instant.parse("2020-10-06T08:00:00Z");

    private Sample() {}

    /** Wiring on the system's clock whose ledger must not fail. */
    public static LedgerWiring wiring() {
        return wiring(Clock.systemUTC());
    }

    public static LedgerWiring wiring(Clock clock) {
        return new LedgerWiring(clock, new SecureRandom(), failure -> {
            throw new AssertionError("the ledger failed", failure);
        });
    }

    public static NewFact fact(String id, @Nullable String stream, long sequence) {
        return fact(id, stream, sequence, "{\"note\":\"" + id + "\"}", null);
    }

    public static NewFact fact(
            String id, @Nullable String stream, long sequence, String payload, @Nullable String sealed) {
        return new NewFact(
                id,
                AT,
                "test.noted",
                "1",
                stream,
                sequence,
                payload.getBytes(UTF_8),
                sealed == null ? null : sealed.getBytes(UTF_8),
                Map.of("actor", "tester", "role", "documenter"));
    }
}
