package dalil.ledger.faults.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClockTest {

    private static final int WRITERS = 4;
    private static final int APPENDS = 100;

    private final WrongClock clock = new WrongClock();
    private final Path data;
    private final Path keys;
    private Ledger ledger;
    private KeyFolder key;
    private Checkpointer checkpointer;
    private int number;

    WrongClockTest(@TempDir Path folder) {
        data = folder.resolve("data");
        keys = folder.resolve("keys");
        KeyFolder.make(keys, Sample.CASE.origin(), Register.PASSPHRASE, new SecureRandom());
        ledger = LedgerFolder.create(data, Sample.CASE, Sample.wiring(clock));
        key = KeyFolder.open(keys, Sample.CASE.origin(), Register.PASSPHRASE);
        checkpointer = Checkpointer.start(ledger, key, clock);
    }

    private void restart() {
        close();
        ledger = LedgerFolder.open(data, Sample.wiring(clock));
        key = KeyFolder.open(keys, Sample.CASE.origin(), Register.PASSPHRASE);
        checkpointer = Checkpointer.start(ledger, key, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
        key.close();
    }

    private synchronized String nextId() {
        return "e" + number++;
    }

    private long append() {
        return ledger.append(List.of(Sample.fact(nextId(), null, 0)), null).firstIndex();
    }

    private void assertRefused() {
        assertThatThrownBy(this::append).isInstanceOfSatisfying(LedgerUnavailable.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.CLOCK_BEHIND);
            assertThat(refused)
                    .hasMessageMatching("the clock says \\S+Z, and \\S+Z was recorded or signed already: .*");
        });
        assertThat(ledger.health().failed()).isFalse();
        assertThat(ledger.health().clockStepFlagged()).isTrue();
    }

    private LastSigned signed() {
        checkpointer.checkpoint();
        assertThat(checkpointer.health().why()).isNull();
        return key.lastSigned().orElseThrow();
    }

    @Test
    void an_hour_back_appends_are_refused_until_the_clock_has_caught_up_and_what_is_there_is_still_signed() {
        append();
        LastSigned before = signed();
        append();
        clock.setOff(Duration.ofHours(-1));
        assertRefused();
        LastSigned meanwhile = signed();
        assertThat(meanwhile.checkpoint().checkpoint().size()).isEqualTo(2);
        assertThat(meanwhile.at()).isAfterOrEqualTo(before.at());

        clock.setOff(Duration.ofMinutes(-9));
        assertThat(append()).isEqualTo(2);
        assertThat(ledger.health().forcedStep()).isGreaterThan(Duration.ofMinutes(8));
        clock.setOff(Duration.ZERO);
        append();
        assertThat(ledger.health().forcedStep()).isZero();
        assertThat(ledger.health().clockStepFlagged())
                .as("until the next start")
                .isTrue();
    }

    @Test
    void after_an_hour_ahead_appends_wait_for_the_true_time_also_over_a_restart() {
        append();
        clock.setOff(Duration.ofHours(1));
        append();
        clock.setOff(Duration.ZERO);
        assertRefused();
        restart();
        assertRefused();
        clock.setOff(Duration.ofMinutes(51));
        assertThat(append()).isEqualTo(2);
    }

    @Test
    void no_fact_is_recorded_before_the_checkpoint_it_comes_after() {
        append();
        clock.setOff(Duration.ofHours(1));
        LastSigned ahead = signed();
        clock.setOff(Duration.ZERO);
        assertRefused();
        restart();
        assertRefused();
        clock.setOff(Duration.ofMinutes(55));
        long index = append();
        Instant recorded = ledger.read(index, 1).get(0).recorded();
        assertThat(recorded).isEqualTo(Instant.ofEpochMilli(ahead.at().toEpochMilli()));
        assertThat(signed().at()).isAfterOrEqualTo(ahead.at());
    }

    @Test
    void a_strobing_clock_moves_no_index_and_no_time_backwards() throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> {
                for (int append = 0; append < APPENDS; append++) {
                    append();
                }
            });
            writer.start();
            writers.add(writer);
        }
        List<LastSigned> signed = new ArrayList<>();
        while (writers.stream().anyMatch(Thread::isAlive)) {
            // never more than ten minutes between the furthest ends
            clock.setOff(Duration.ofSeconds(random.nextInt(590) - 295));
            signed.add(signed());
        }
        for (Thread writer : writers) {
            writer.join();
        }
        List<StoredFact> facts = ledger.read(0, Integer.MAX_VALUE);
        assertThat(facts).hasSize(WRITERS * APPENDS);
        assertThat(facts).extracting(StoredFact::index).isSorted();
        assertThat(facts).extracting(StoredFact::recorded).isSorted();
        assertThat(signed).extracting(LastSigned::at).isSorted();
        assertThat(ledger.health().clockStepFlagged()).as("seed " + seed).isTrue();
        Instant start = Clock.systemUTC().instant().minus(Duration.ofHours(1));
        assertThat(facts.get(0).recorded()).isAfter(start);
        close();
        assertThat(Audit.of(data, AuditKeys.of(keys, List.of())).outcome()).isEqualTo(Outcome.INTACT);
    }
}
