package dalil.ledger.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dalil.ledger.Appended;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.MovedClock;
import dalil.ledger.NewFact;
import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.AppendConflict;
import dalil.ledger.fault.AppendTooLarge;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.store.MemoryStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MemoryStore store = new MemoryStore(Sample.CASE);
    private final MovedClock clock = new MovedClock(Sample.RECORDED);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Ledger ledger = Ledger.writing(store, new LedgerWiring(clock, new SecureRandom(), failures::add));

    @AfterEach
    void close() {
        store.writes.release(1_000);
        ledger.close();
        threads.shutdown();
    }

    private Appended append(NewFact... facts) {
        return ledger.append(List.of(facts), null);
    }

    private CompletableFuture<Appended> later(@Nullable RequestInProgress request, NewFact... facts) {
        return CompletableFuture.supplyAsync(() -> ledger.append(List.of(facts), request), threads);
    }

    @Test
    void inside_one_group_each_duplicate_is_refused_alone_and_the_rest_is_stored_together() throws Exception {
        UUID id = UUID.fromString("6f1c6f1c-0000-4000-8000-000000000001");
        RequestInProgress request = new RequestInProgress(id, new byte[] {7});
        store.writes.drainPermits();
        CompletableFuture<Appended> first = later(null, Sample.fact("e0", "a/1", 0));
        waitUntilAcquired();

        List<CompletableFuture<Appended>> group = new ArrayList<>();
        for (NewFact fact : List.of(
                Sample.fact("e1", "a/1", 1), // taken
                Sample.fact("e1", "a/2", 0), // its event id is the one before
                Sample.fact("e2", "a/1", 1), // its place is the first one's
                Sample.fact("e3", "a/1", 2), // follows what is not yet stored
                Sample.fact("e0", "a/3", 0))) { // its event id is being stored
            group.add(later(null, fact));
            waitUntilQueued(group.size());
        }
        group.add(later(request, Sample.fact("e4", "a/4", 0)));
        waitUntilQueued(6);
        group.add(later(request, Sample.fact("e5", "a/5", 0)));
        waitUntilQueued(7);
        store.writes.release(1_000);

        assertThat(first.get()).isEqualTo(new Appended(0, 1));
        assertThat(group.get(0).get()).isEqualTo(new Appended(1, 1));
        assertThat(refusal(group.get(1))).isInstanceOf(AppendConflict.class);
        assertThat(refusal(group.get(2))).isInstanceOf(AppendConflict.class);
        assertThat(group.get(3).get()).isEqualTo(new Appended(2, 1));
        assertThat(refusal(group.get(4))).isInstanceOf(AppendConflict.class);
        assertThat(group.get(5).get()).isEqualTo(new Appended(3, 1));
        assertThat(refusal(group.get(6)))
                .asInstanceOf(type(RequestAlreadyKnown.class))
                .extracting(RequestAlreadyKnown::answer)
                .isEqualTo(new RequestAnswer(new byte[] {7}, 3, 1));
        assertThat(store.blocks).hasSize(2);
    }

    private void waitUntilAcquired() throws InterruptedException {
        while (!store.writes.hasQueuedThreads()) {
            Thread.sleep(1);
        }
    }

    private void waitUntilQueued(int appends) throws InterruptedException {
        while (ledger.waitingAppends() < appends) {
            Thread.sleep(1);
        }
    }

    private static @Nullable Throwable refusal(CompletableFuture<Appended> append) {
        Throwable thrown = catchThrowable(append::join);
        assertThat(thrown).isInstanceOf(CompletionException.class);
        return thrown.getCause();
    }

    @Test
    void recorded_times_do_not_fall_and_a_step_of_more_than_a_minute_is_flagged() {
        append(Sample.fact("e0", null, 0));
        clock.move(Duration.ofSeconds(-60));
        append(Sample.fact("e1", null, 0));
        assertThat(ledger.health().clockStepFlagged()).isFalse();
        clock.move(Duration.ofMillis(-1));
        append(Sample.fact("e2", null, 0));

        assertThat(ledger.health().clockStepFlagged()).isTrue();
        assertThat(ledger.health().forcedStep()).isEqualTo(Duration.ofMillis(60_001));
        assertThat(ledger.read(0, 3)).extracting(StoredFact::recorded).containsOnly(Sample.RECORDED);
    }

    @Test
    void a_clock_more_than_ten_minutes_behind_stops_appends_until_it_has_caught_up() {
        append(Sample.fact("e0", null, 0));
        clock.move(Duration.ofMillis(-600_001));
        assertThatThrownBy(() -> append(Sample.fact("e1", null, 0)))
                .asInstanceOf(type(LedgerUnavailable.class))
                .matches(refused -> refused.reason() == Reason.CLOCK_BEHIND);
        clock.move(Duration.ofMillis(1));

        assertThat(append(Sample.fact("e1", null, 0)).firstIndex()).isEqualTo(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void a_full_disk_refuses_without_damage() {
        store.failBefore = new LedgerUnavailable(Reason.FULL, "full");
        assertThatThrownBy(() -> append(Sample.fact("e0", null, 0)))
                .asInstanceOf(type(LedgerUnavailable.class))
                .matches(refused -> refused.reason() == Reason.FULL);
        store.failBefore = null;

        assertThat(append(Sample.fact("e0", null, 0)).firstIndex()).isZero();
        assertThat(ledger.health().writable()).isTrue();
    }

    @Test
    void after_a_failed_write_the_ledger_takes_nothing_more_and_says_so_once() {
        append(Sample.fact("e0", null, 0));
        store.failAfter = new IllegalStateException("fsync");
        assertThatThrownBy(() -> append(Sample.fact("e1", null, 0)))
                .asInstanceOf(type(LedgerUnavailable.class))
                .matches(refused -> refused.reason() == Reason.FAILED);
        store.failAfter = null;

        assertThatThrownBy(() -> append(Sample.fact("e2", null, 0)))
                .asInstanceOf(type(LedgerUnavailable.class))
                .matches(refused -> refused.reason() == Reason.FAILED);
        ledger.close();
        assertThat(failures).hasSize(1);
        assertThat(store.blocks).hasSize(2);
        assertThat(ledger.health().failed()).isTrue();
        assertThat(ledger.health().writable()).isFalse();
        assertThat(ledger.read(0, 1)).hasSize(1);
    }

    @Test
    void an_append_has_its_bounds() {
        List<NewFact> many = new ArrayList<>();
        for (int i = 0; i <= Preparation.MAX_FACTS; i++) {
            many.add(Sample.fact("e" + i, null, 0));
        }
        String large = "\"" + "x".repeat(Preparation.MAX_BYTES) + "\"";
        assertThatThrownBy(() -> ledger.append(many, null)).isInstanceOf(AppendTooLarge.class);
        assertThatThrownBy(() -> append(Sample.fact("e", null, 0, large, null))).isInstanceOf(AppendTooLarge.class);
        assertThat(ledger.append(many.subList(1, many.size()), null).count()).isEqualTo(Preparation.MAX_FACTS);
    }

    @Test
    void names_that_a_record_does_not_hold_are_refused_before_anything_is_stored() {
        for (String name : new String[] {"", "a\"b", "a\\b", "a\nb", "жы", "x".repeat(1025)}) {
            assertThatThrownBy(() -> append(Sample.fact(name, null, 0))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> append(Sample.fact("e", name, 0))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ledger.size()).isZero();
    }

    @Test
    void who_waits_for_a_size_is_woken_or_told_that_it_did_not_come() {
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> ledger.awaitSize(1, Duration.ofMinutes(1)), threads);
        append(Sample.fact("e0", null, 0));
        assertThat(waiting.join()).isTrue();
        assertThat(ledger.awaitSize(2, Duration.ofMillis(1))).isFalse();
    }
}
