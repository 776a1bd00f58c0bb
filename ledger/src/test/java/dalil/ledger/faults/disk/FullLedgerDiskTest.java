package dalil.ledger.faults.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger on a disk of its own that fills up; the key folder on another. */
class FullLedgerDiskTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 30 : 3;

    /** SQLite's index of the log has room for so many pages, then it grows. */
    private static final int INDEXED = 4_062;

    private static final int PAGE = 4_096;
    private static final int FRAME = PAGE + 24;

    private final Path folder;
    private final Path keys;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private int number;

    FullLedgerDiskTest(@TempDir Path folder) {
        this.folder = folder;
        this.keys = folder.resolve("keys");
        KeyFolder.make(keys, Sample.CASE.origin(), Register.PASSPHRASE, new SecureRandom());
    }

    private LedgerWiring wiring() {
        return new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure::complete);
    }

    private long append(Ledger ledger, int facts) {
        number++;
        return ledger.append(facts(number, facts), request(number)).firstIndex();
    }

    private static List<NewFact> facts(int number, int count) {
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(Sample.fact("e" + number + "-" + i, "a/" + number, i));
        }
        return facts;
    }

    private static RequestInProgress request(int number) {
        return new RequestInProgress(new UUID(9, number), new byte[] {1});
    }

    private AuditReport audit(Path data) {
        return Audit.of(data, AuditKeys.of(keys, List.of()));
    }

    @Test
    void appends_and_checkpoints_wait_reads_and_the_audit_go_on_and_all_goes_on_once_there_is_space() throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 8_192)) {
            Path data = disk.root.resolve("ledger");
            try (Ledger ledger = LedgerFolder.create(data, Sample.CASE, wiring());
                    KeyFolder key = KeyFolder.open(keys, Sample.CASE.origin(), Register.PASSPHRASE)) {
                Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
                for (int round = 0; round < ROUNDS; round++) {
                    append(ledger, 1 + random.nextInt(20));
                    checkpointer.checkpoint();
                    disk.leave(random.nextInt(60));
                    fill(ledger, random);
                    long size = ledger.size();
                    checkpointer.checkpoint();
                    assertThat(checkpointer.health().state()).isEqualTo(State.SIGNING);
                    assertThat(ledger.read(0, Integer.MAX_VALUE)).hasSize((int) size);
                    assertThat(ledger.stream("a/1", 0, Long.MAX_VALUE)).isNotEmpty();
                    AuditReport beside = audit(data);
                    assertThat(beside.findings()).as("seed " + seed).isEmpty();
                    assertThat(beside.outcome()).as(beside.reason()).isEqualTo(Outcome.INTACT);

                    disk.free();
                    assertThat(append(ledger, 3)).as("seed " + seed).isEqualTo(size);
                    checkpointer.checkpoint();
                    assertThat(checkpointer
                                    .published()
                                    .orElseThrow()
                                    .checkpoint()
                                    .size())
                            .isEqualTo(size + 3);
                }
            }
            assertThat(failure).isNotDone();
            assertThat(audit(data).outcome()).isEqualTo(Outcome.INTACT);
        }
    }

    /** Until refused twice, each time for lack of space and for nothing else. */
    private void fill(Ledger ledger, Random random) {
        int refused = 0;
        for (int i = 0; i < 5_000 && refused < 2; i++) {
            try {
                append(ledger, 1 + random.nextInt(10));
            } catch (LedgerUnavailable full) {
                assertThat(full.reason()).isEqualTo(Reason.FULL);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(2);
        assertThat(ledger.health().writable()).isTrue();
    }

    @Test
    void a_start_on_a_full_disk_does_no_harm_and_needs_nothing_but_space() throws Exception {
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 8_192)) {
            Path data = disk.root.resolve("ledger");
            try (Ledger ledger = LedgerFolder.create(data, Sample.CASE, wiring())) {
                append(ledger, 20);
            }
            for (int pages : new int[] {0, 1, 3, 8, 12}) {
                disk.leave(pages);
                try (Ledger ledger = LedgerFolder.open(data, wiring())) {
                    assertThat(ledger.read(0, 100)).hasSize(20);
                    assertThatThrownBy(() -> append(ledger, 50))
                            .isInstanceOfSatisfying(
                                    LedgerUnavailable.class,
                                    full -> assertThat(full.reason()).isEqualTo(Reason.FULL));
                } catch (LedgerUnavailable notOpened) {
                    assertThat(notOpened.reason()).isEqualTo(Reason.FULL);
                    assertThat(notOpened).hasMessageStartingWith("no space left to open the ledger");
                }
            }
            disk.free();
            try (Ledger ledger = LedgerFolder.open(data, wiring())) {
                assertThat(append(ledger, 1)).isEqualTo(20);
            }
            assertThat(failure).isNotDone();
            assertThat(Audit.of(data).outcome()).isEqualTo(Outcome.INTACT);
        }
    }

    /** Then a commit fails after it was made durable: nobody may be told that it was not, and nothing may follow it. */
    @Test
    void where_not_even_the_logs_index_can_grow_appending_ends_and_the_next_start_knows_what_was_stored()
            throws Exception {
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 40_960)) {
            Path data = disk.root.resolve("ledger");
            Ledger ledger = LedgerFolder.create(data, Sample.CASE, wiring());
            append(ledger, 1);
            // a reader that does not end keeps the log from beginning anew
            try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"))) {
                reader.setAutoCommit(false);
                try (var statement = reader.createStatement();
                        ResultSet open = statement.executeQuery("SELECT idx FROM fact")) {
                    assertThat(open.next()).isTrue();
                    while (framesLeft(data) > 30) {
                        append(ledger, 5);
                    }
                    disk.leave(framesLeft(data) + 12);
                    LedgerUnavailable refused = catchThrowableOfType(LedgerUnavailable.class, () -> {
                        while (true) {
                            append(ledger, 1);
                        }
                    });
                    assertThat(refused.reason()).isEqualTo(Reason.FAILED);
                }
            }
            // callers are answered before anybody else is told
            assertThat(failure.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThatThrownBy(() -> append(ledger, 1)).isInstanceOf(LedgerUnavailable.class);
            int unanswered = number - 1;
            long size = ledger.size();
            Path killed = folder.resolve("killed");
            Register.copy(data, killed);
            Files.delete(killed.resolve("ledger.sqlite-shm"));
            disk.free();
            ledger.close();
            for (Path left : List.of(killed, data)) {
                try (Ledger again = LedgerFolder.open(left, Sample.wiring())) {
                    assertThat(again.request(request(unanswered).id()).isPresent())
                            .as("stored; a closing SQLite took it back")
                            .isEqualTo(left.equals(killed));
                    assertOneEffect(again, unanswered, size);
                }
                assertThat(Audit.of(left).outcome()).isEqualTo(Outcome.INTACT);
            }
        }
    }

    private static void assertOneEffect(Ledger ledger, int number, long index) {
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                assertThat(ledger.append(facts(number, 1), request(number)).firstIndex())
                        .isEqualTo(index);
            } catch (RequestAlreadyKnown known) {
                assertThat(known.answer().firstIndex()).isEqualTo(index);
            }
        }
        assertThat(ledger.size()).isEqualTo(index + 1);
    }

    private static int framesLeft(Path data) throws IOException {
        return INDEXED - (int) (Files.size(data.resolve("ledger.sqlite-wal")) / FRAME);
    }
}
