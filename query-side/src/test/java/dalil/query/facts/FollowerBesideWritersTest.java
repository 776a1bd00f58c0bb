package dalil.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Fact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.RandomRegister;
import dalil.query.fixture.Register;
import dalil.query.wire.TestLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ledger with four writers, followed by a table that is closed, thrown away and opened again meanwhile. */
class FollowerBesideWritersTest {

    private static final int FACTS = Boolean.getBoolean("dalil.thorough") ? 4_000 : 500;
    private static final int WRITERS = 4;
    private static final List<String> QUESTIONS =
            List.of("", "by=month,label", "by=weapon,used-by", "by=settlement,role", "by=corroboration");

    @Test
    void whatever_happened_to_the_table_it_ends_like_one_that_was_built_afterwards(@TempDir Path folder)
            throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        MemoryFacts made = new MemoryFacts();
        new RandomRegister(seed, made).add(FACTS);
        try (TestLedger written = new TestLedger(folder.resolve("ledger"))) {
            List<Thread> writers = write(made.all(), written);
            FactSource source = new LedgerFacts(written.ledger);
            Path table = folder.resolve("facts");
            int opened = 0;
            while (writers.stream().anyMatch(Thread::isAlive)) {
                try (Register register = new Register(table, source, 10)) {
                    opened++;
                    long upTo = register.table().position() + random.nextInt(FACTS / 5);
                    assertThat(register.table()
                                    .awaitPosition(Math.min(upTo, source.size() - 1), Duration.ofSeconds(20)))
                            .isTrue();
                }
                if (random.nextInt(3) == 0) {
                    Files.deleteIfExists(table.resolve("facts.duckdb"));
                }
            }
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(source.size()).isEqualTo(FACTS);
            assertThat(opened).isPositive();
            try (Register followed = new Register(table, source, 10);
                    Register fresh = new Register(folder.resolve("fresh"), source, 10_000)) {
                for (String question : QUESTIONS) {
                    for (String asOf : List.of("", "&asOf=" + FACTS / 3, "&asOf=" + random.nextInt(FACTS))) {
                        assertThat(followed.tally(question + asOf))
                                .as("seed " + seed + ", " + question + asOf)
                                .isEqualTo(fresh.tally(question + asOf));
                    }
                }
                assertThat(followed.tally("").total().reported()).isPositive();
            }
        }
    }

    /** Each has its streams, and takes their facts in order. */
    private static List<Thread> write(List<SourcedFact> facts, TestLedger ledger) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int own = i;
            Thread writer = new Thread(() -> {
                for (SourcedFact fact : facts) {
                    String stream = Objects.requireNonNullElse(fact.stream(), "dataset/invented");
                    if (Math.floorMod(stream.hashCode(), WRITERS) == own) {
                        ledger.append(stream, (Fact) fact.fact());
                    }
                }
            });
            writer.start();
            writers.add(writer);
        }
        return writers;
    }
}
