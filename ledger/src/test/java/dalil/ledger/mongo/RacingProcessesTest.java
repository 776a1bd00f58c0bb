package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two processes of eight writers each race for one ledger on mongo-java-server; one of them is stopped in the middle and goes on later
 * from a head that is long overtaken.
 */
class RacingProcessesTest {

    private static final long SEED = 26_112_026;
    private static final boolean THOROUGH = Boolean.getBoolean("dalil.thorough");
    private static final int FACTS_EACH = THOROUGH ? 5_000 : 1_000;
    private static final int STOPS = THOROUGH ? 3 : 1;
    private static final long STOPPED_MILLIS = THOROUGH ? 10_000 : 1_500;

    private final MongoAddress address = FakeMongo.database();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    /** One of the two, and what it has said. */
    private final class Racer {

        private final Process process;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile int acknowledgements;

        Racer(long seed) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RacingWriters.class.getName(),
                            address.toString(),
                            Long.toString(seed),
                            Integer.toString(FACTS_EACH))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            new Thread(this::listen).start();
        }

        private void listen() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard(line);
                }
            } catch (IOException closed) {
                // the racer is gone
            }
        }

        private void heard(String line) {
            if (line.equals("ready")) {
                ready.countDown();
            } else if (line.equals("done")) {
                done.countDown();
            } else {
                String[] words = line.split(" ");
                for (int i = 2; i < words.length; i++) {
                    assertThat(acknowledged.put(words[i], Long.parseLong(words[1]) + i - 2))
                            .isNull();
                    acknowledgements++;
                }
            }
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        void signal(String name) throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    @Test
    void two_racing_processes_lose_nothing_and_store_nothing_twice_though_one_is_stopped_for_a_while()
            throws Exception {
        MongoLedger.at(address).create(Sample.CASE, Sample.wiring()).close();
        Racer stopped = new Racer(SEED);
        Racer other = new Racer(SEED + 1);
        try {
            assertThat(stopped.ready.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.ready.await(60, TimeUnit.SECONDS)).isTrue();
            long begun = System.nanoTime();
            stopped.go();
            other.go();
            for (int stop = 1; stop <= STOPS; stop++) {
                await(stopped, FACTS_EACH * stop / (STOPS + 2));
                stopped.signal("STOP");
                int before = other.acknowledgements;
                Thread.sleep(STOPPED_MILLIS);
                stopped.signal("CONT");
                assertThat(other.acknowledgements == FACTS_EACH || other.acknowledgements > before)
                        .as("the other one went on")
                        .isTrue();
            }
            assertThat(stopped.done.await(5, TimeUnit.MINUTES)).isTrue();
            assertThat(other.done.await(5, TimeUnit.MINUTES)).isTrue();
            System.out.printf(
                    "two processes, %d facts, %d blocks, %d ms%n",
                    2 * FACTS_EACH, blocks(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } finally {
            stopped.process.destroyForcibly().waitFor();
            other.process.destroyForcibly().waitFor();
        }
        check();
    }

    private static void await(Racer racer, int acknowledgements) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (racer.acknowledgements < acknowledgements && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertThat(racer.acknowledgements).isGreaterThanOrEqualTo(acknowledgements);
    }

    private long blocks() {
        try (MongoSession session = new MongoSession(address, MongoTimes.USUAL)) {
            return session.blocks().countDocuments();
        }
    }

    private void check() {
        Set<String> stored = new HashSet<>();
        List<String> misplaced = new ArrayList<>();
        try (Ledger ledger = MongoLedger.at(address).openReadOnly()) {
            assertThat(ledger.size()).isEqualTo(2 * FACTS_EACH);
            for (long from = 0; from < ledger.size(); from += 500) {
                for (StoredFact fact : ledger.read(from, 500)) {
                    assertThat(stored.add(fact.id())).as("twice: " + fact.id()).isTrue();
                    if (acknowledged.getOrDefault(fact.id(), -1L) != fact.index()) {
                        misplaced.add(fact.id());
                    }
                }
            }
        }
        assertThat(misplaced).isEmpty();
        assertThat(acknowledged.keySet()).isEqualTo(stored);
        assertThat(new MongoHome(address).audit()).isEmpty();
    }
}
