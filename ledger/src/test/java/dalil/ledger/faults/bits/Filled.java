package dalil.ledger.faults.bits;

import static java.nio.charset.StandardCharsets.UTF_8;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.checkpoint.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A register with something of everything: streams, requests, sealed sections, one of them erased, a milestone, tile roots, and three
 * checkpoints, the last of which does not cover the last facts.
 */
final class Filled {

    static final int FACTS = 1_060;
    static final int SINGLE = 60;
    static final int ERASED = 24;

    /** Over how many facts the checkpoints are. */
    static final List<Integer> SIGNED = List.of(SINGLE, 600, 1_040);

    final Path folder;

    private Filled(Path folder) {
        this.folder = folder;
    }

    /** Closed as it should be. */
    static Filled closed(Path folder, long seed) throws SQLException {
        fill(folder, seed).close();
        return new Filled(folder);
    }

    /** As a kill leaves it, save SQLite's index of the log: of what was written last, the log alone has it. */
    static Filled killed(Path folder, long seed) throws SQLException, IOException {
        Path live = folder.resolve("live");
        try (Register register = fill(live, seed)) {
            register.append(1);
            for (String name : List.of("data", "keys")) {
                Register.copy(live.resolve(name), folder.resolve(name));
            }
            Files.move(folder.resolve("data").resolve("ledger.sqlite-shm"), folder.resolve("index-of-the-log"));
        }
        return new Filled(folder);
    }

    /** Facts 0 to 59 one by one with their requests, every eighth with a sealed section; then blocks, each of one stream. */
    private static Register fill(Path folder, long seed) throws SQLException {
        EventIds ids = new EventIds(Clock.systemUTC(), new SplittableRandom(seed));
        Register register = Register.in(folder);
        Ledger ledger = register.ledger;
        for (int i = 0; i < SINGLE; i++) {
            String sealed = i % 8 == 0 ? "{\"v\":\"1\",\"values\":{\"n\":\"" + i + "\"}}" : null;
            NewFact fact = Sample.fact(ids.next().toString(), "casualty/" + i % 7, i / 7, "{\"n\":" + i + "}", sealed);
            ledger.append(List.of(fact), new RequestInProgress(new UUID(1, i), ledger.digest(new byte[] {(byte) i})));
        }
        register.checkpointer.checkpoint();
        for (int size : List.of(600, 1_039)) {
            for (int block = 0; ledger.size() < size; block++) {
                List<NewFact> facts = new ArrayList<>();
                for (int i = 0; i < 90 && ledger.size() + i < size; i++) {
                    facts.add(Sample.fact(ids.next().toString(), "figure/" + size + "-" + block, i));
                }
                ledger.append(facts, new RequestInProgress(new UUID(size, block), new byte[] {1}));
            }
            if (size == 1_039) {
                erase(ledger, folder, ids);
            }
            register.checkpointer.checkpoint();
        }
        register.append(FACTS - (int) ledger.size());
        return register;
    }

    private static void erase(Ledger ledger, Path folder, EventIds ids) throws SQLException {
        NewFact like = Sample.fact(ids.next().toString(), null, 0);
        byte[] payload = ("{\"indexes\":[" + ERASED + "]}").getBytes(UTF_8);
        ledger.append(
                List.of(new NewFact(like.id(), like.at(), "test.erased", "1", null, 0, payload, null, like.meta())),
                null);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("ledger.sqlite"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sealed SET salt = NULL, bytes = NULL WHERE idx = " + ERASED);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path file() {
        return data().resolve("ledger.sqlite");
    }

    Path log() {
        return data().resolve("ledger.sqlite-wal");
    }

    /** SQLite's index of the log. */
    Path memory() {
        return data().resolve("ledger.sqlite-shm");
    }

    /** Puts it back as the killed process had it. */
    void leaveMemory() throws IOException {
        Files.copy(folder.resolve("index-of-the-log"), memory(), StandardCopyOption.REPLACE_EXISTING);
    }

    AuditReport audit() {
        return Audit.of(data(), AuditKeys.of(keys(), List.of()));
    }

    Filled copyTo(Path other) throws IOException {
        for (String name : List.of("data", "keys")) {
            Register.copy(folder.resolve(name), other.resolve(name));
        }
        return new Filled(other);
    }
}
