package dalil.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.fault.FolderInUse;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.fault.RequestAlreadyKnown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFolderTest {

    private final Path folder;

    LedgerFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Ledger create() {
        return LedgerFolder.create(folder, Sample.CASE, Sample.wiring());
    }

    private Ledger open() {
        return LedgerFolder.open(folder, Sample.wiring());
    }

    @Test
    void creating_and_opening_are_different_and_neither_does_the_others_work() {
        assertThatThrownBy(this::open).isInstanceOf(NoLedgerHere.class);
        create().close();
        assertThatThrownBy(this::create).isInstanceOf(LedgerAlreadyHere.class);
        try (Ledger ledger = open()) {
            assertThat(ledger.ledgerCase()).isEqualTo(Sample.CASE);
            assertThat(ledger.head().ledger()).isEqualTo(Sample.CASE.id());
        }
    }

    @Test
    void an_interrupted_creation_leaves_nothing_in_the_way() throws IOException {
        Files.writeString(folder.resolve("ledger.sqlite.new"), "half a file");
        create().close();
        open().close();
    }

    @Test
    void what_was_stored_comes_back_after_a_restart_with_every_part() {
        RequestInProgress request;
        try (Ledger ledger = create()) {
            request = new RequestInProgress(new UUID(3, 4), ledger.digest(new byte[] {5}));
            ledger.append(
                    List.of(
                            Sample.fact("e0", "casualty/1", 0, "{\"a\":1}", "{\"v\":\"1\"}"),
                            Sample.fact("e1", null, 0)),
                    request);
        }
        try (Ledger ledger = open()) {
            StoredFact first = ledger.read(0, 10).get(0);
            assertThat(first.index()).isZero();
            assertThat(first.id()).isEqualTo("e0");
            assertThat(first.at()).isEqualTo(Sample.AT);
            assertThat(first.type()).isEqualTo("test.noted");
            assertThat(first.revision()).isEqualTo("1");
            assertThat(first.stream()).isEqualTo("casualty/1");
            assertThat(first.sequence()).hasValue(0);
            assertThat(first.payload()).asString().isEqualTo("{\"a\":1}");
            assertThat(first.sealed()).asString().isEqualTo("{\"v\":\"1\"}");
            assertThat(first.sealedState()).isEqualTo(StoredFact.Sealed.PRESENT);
            assertThat(first.meta())
                    .containsEntry("actor", "tester")
                    .containsEntry(RequestInProgress.META_ID, request.id().toString());
            StoredFact second = ledger.read(1, 10).get(0);
            assertThat(second.stream()).isNull();
            assertThat(second.sequence()).isEmpty();
            assertThat(second.sealedState()).isEqualTo(StoredFact.Sealed.ABSENT);
            assertThat(ledger.request(request.id())).hasValueSatisfying(answer -> {
                assertThat(answer.answers(ledger.digest(new byte[] {5}))).isTrue();
                assertThat(answer.count()).isEqualTo(2);
            });
            assertThat(ledger.append(List.of(Sample.fact("e2", "casualty/1", 1)), null)
                            .firstIndex())
                    .isEqualTo(2);
            assertThat(ledger.exists("casualty/1")).isTrue();
            assertThat(ledger.exists("casualty/2")).isFalse();
            assertThat(ledger.stream("casualty/1", 0, 2)).hasSize(1);
            assertThat(ledger.stream("casualty/1", 1, Long.MAX_VALUE))
                    .extracting(StoredFact::id)
                    .containsExactly("e2");
        }
    }

    @Test
    void a_second_writer_is_refused_in_this_process_and_in_another_even_after_a_failed_attempt() throws Exception {
        try (Ledger ledger = create()) {
            assertThatThrownBy(this::open).isInstanceOf(FolderInUse.class);
            assertThatThrownBy(this::create).isInstanceOf(FolderInUse.class);
            assertThat(attemptByAnotherProcess()).contains("FolderInUse");
            assertThat(ledger.health().writable()).isTrue();
        }
        assertThat(attemptByAnotherProcess()).contains("opened");
        open().close();
    }

    private String attemptByAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOnce.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Tries to open a folder and says how it went. */
    static final class OpenOnce {
        public static void main(String[] arguments) {
            try (Ledger ledger = LedgerFolder.open(Path.of(arguments[0]), Sample.wiring())) {
                System.out.println("opened " + ledger.size());
            } catch (RuntimeException refused) {
                System.out.println(refused.getClass().getSimpleName());
            }
        }
    }

    @Test
    void a_reader_beside_the_writer_sees_what_is_committed_and_cannot_write() {
        try (Ledger writer = create();
                Ledger reader = LedgerFolder.openReadOnly(folder)) {
            writer.append(List.of(Sample.fact("e0", null, 0)), null);
            assertThat(reader.awaitSize(1, Duration.ofSeconds(30))).isTrue();
            assertThat(reader.read(0, 10)).hasSize(1);
            assertThatThrownBy(() -> reader.append(List.of(Sample.fact("e1", null, 0)), null))
                    .isInstanceOf(LedgerUnavailable.class);
            assertThat(Audit.of(folder).outcome()).isEqualTo(Outcome.INTACT);
        }
    }

    @Test
    void a_fact_found_altered_is_named_and_stops_appending() throws Exception {
        try (Ledger ledger = create()) {
            ledger.append(List.of(Sample.fact("e0", null, 0), Sample.fact("e1", null, 0)), null);
            try (Session session = new Session(SqliteFile.forWriting(SqliteFile.in(folder)))) {
                session.run("UPDATE section SET payload = x'7b7d' WHERE idx = 1");
            }
            assertThat(ledger.read(0, 1)).hasSize(1);
            assertThatThrownBy(() -> ledger.read(0, 2))
                    .isInstanceOfSatisfying(
                            IntegrityFault.class,
                            fault -> assertThat(fault.index()).hasValue(1));
            assertThatThrownBy(() -> ledger.append(List.of(Sample.fact("e2", null, 0)), null))
                    .isInstanceOf(LedgerUnavailable.class);
            assertThat(ledger.health().failure()).contains("index 1");
        }
        assertThatThrownBy(this::open).isInstanceOf(IntegrityFault.class);
    }

    @Test
    void of_threads_that_collide_on_one_request_exactly_one_wins_and_all_hear_the_same_answer() throws Exception {
        int rounds = 20;
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Ledger ledger = create()) {
            for (int round = 0; round < rounds; round++) {
                RequestInProgress request = new RequestInProgress(new UUID(9, round), new byte[] {1});
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<Long>> winners = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    NewFact fact = Sample.fact("e-" + round + "-" + thread, "a/" + round + "-" + thread, 0);
                    Callable<Long> attempt = () -> {
                        together.await();
                        try {
                            return ledger.append(List.of(fact), request).firstIndex();
                        } catch (RequestAlreadyKnown known) {
                            return -1 - known.answer().firstIndex();
                        }
                    };
                    winners.add(pool.submit(attempt));
                }
                List<Long> outcomes = new ArrayList<>();
                for (Future<Long> winner : winners) {
                    outcomes.add(winner.get());
                }
                long index = round;
                assertThat(outcomes).containsOnlyOnce(index);
                assertThat(outcomes.stream().filter(outcome -> outcome == -1 - index))
                        .hasSize(threads - 1);
            }
            assertThat(ledger.size()).isEqualTo(rounds);
        } finally {
            pool.shutdownNow();
        }
        assertThat(Audit.of(folder).findings()).isEmpty();
    }

    @Test
    void every_size_around_a_milestone_opens_again() {
        create().close();
        for (int size : new int[] {1, 999, 1000, 1001, 1023, 1024, 1025, 2023, 2024, 2025, 2048, 2049}) {
            try (Ledger ledger = open()) {
                while (ledger.size() < size) {
                    List<NewFact> facts = new ArrayList<>();
                    for (long i = ledger.size(); i < size && facts.size() < 500; i++) {
                        facts.add(Sample.fact("e" + i, "a/1", i));
                    }
                    ledger.append(facts, null);
                }
            }
            assertThat(Audit.of(folder).findings()).as("size " + size).isEmpty();
        }
    }
}
