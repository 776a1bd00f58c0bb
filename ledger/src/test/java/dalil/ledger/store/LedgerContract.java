package dalil.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dalil.ledger.Appended;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.MovedClock;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.AppendConflict;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store must do, seen through the ledger over it. One suite for all of them; a store overrides nothing of it. */
public abstract class LedgerContract {

    private static final String LARGE = "\"" + "x".repeat(1 << 20) + "\"";

    private final Home home;
    private final MovedClock clock = new MovedClock(Sample.RECORDED);
    private final LedgerWiring wiring = Sample.wiring(clock);
    private @Nullable Ledger opened;

    protected LedgerContract(Home home) {
        this.home = home;
    }

    private Ledger create() {
        opened = home.create(Sample.CASE, wiring);
        return opened;
    }

    private Ledger open() {
        opened = home.open(wiring);
        return opened;
    }

    private void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @AfterEach
    void leave() {
        close();
        home.close();
    }

    private static Appended append(Ledger ledger, NewFact... facts) {
        return ledger.append(List.of(facts), null);
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
    void a_reader_beside_the_writer_sees_what_is_committed_and_cannot_write() {
        try (Ledger writer = create();
                Ledger reader = home.openReadOnly()) {
            writer.append(List.of(Sample.fact("e0", null, 0)), null);
            assertThat(reader.awaitSize(1, Duration.ofSeconds(30))).isTrue();
            assertThat(reader.read(0, 10)).hasSize(1);
            assertThatThrownBy(() -> reader.append(List.of(Sample.fact("e1", null, 0)), null))
                    .isInstanceOf(LedgerUnavailable.class);
            assertThat(home.audit()).isEmpty();
        }
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
        assertThat(home.audit()).isEmpty();
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
            assertThat(home.audit()).as("size " + size).isEmpty();
        }
    }

    @Test
    void gives_indexes_without_gaps_and_none_to_the_refused() {
        Ledger ledger = create();
        assertThat(append(ledger, Sample.fact("e0", "a/1", 0), Sample.fact("e1", "a/1", 1)))
                .isEqualTo(new Appended(0, 2));
        assertThatThrownBy(() -> append(ledger, Sample.fact("e0", "a/2", 0))).isInstanceOf(AppendConflict.class);
        assertThat(append(ledger, Sample.fact("e2", null, 0))).isEqualTo(new Appended(2, 1));
        assertThat(ledger.read(0, 10)).extracting(StoredFact::id).containsExactly("e0", "e1", "e2");
    }

    @Test
    void a_stream_may_begin_above_zero_but_has_no_gap_and_no_place_twice() {
        Ledger ledger = create();
        append(ledger, Sample.fact("e0", "a/1", 5));

        for (long sequence : new long[] {0, 5, 7}) {
            assertThatThrownBy(() -> append(ledger, Sample.fact("x", null, 0), Sample.fact("y", "a/1", sequence)))
                    .asInstanceOf(type(AppendConflict.class))
                    .matches(conflict -> conflict.key() == AppendConflict.Key.SEQUENCE && conflict.position() == 1);
        }
        assertThat(append(ledger, Sample.fact("e1", "a/1", 6)).firstIndex()).isEqualTo(1);
    }

    @Test
    void duplicates_inside_one_append_are_refused() {
        Ledger ledger = create();
        assertThatThrownBy(() -> append(ledger, Sample.fact("e", "a/1", 0), Sample.fact("e", "a/2", 0)))
                .asInstanceOf(type(AppendConflict.class))
                .matches(conflict -> conflict.key() == AppendConflict.Key.EVENT_ID && conflict.position() == 1);
        assertThatThrownBy(() -> append(ledger, Sample.fact("e", "a/1", 0), Sample.fact("f", "a/1", 0)))
                .asInstanceOf(type(AppendConflict.class))
                .matches(conflict -> conflict.key() == AppendConflict.Key.SEQUENCE && conflict.position() == 1);
        assertThat(ledger.size()).isZero();
    }

    @Test
    void a_repeated_request_hears_of_its_answer_even_where_its_facts_clash() {
        Ledger ledger = create();
        RequestInProgress request = new RequestInProgress(new UUID(0, 1), ledger.digest(new byte[] {1}));
        ledger.append(List.of(Sample.fact("e0", "a/1", 0), Sample.fact("e1", "a/1", 1)), request);

        assertThatThrownBy(() -> ledger.append(List.of(Sample.fact("e0", "a/1", 0)), request))
                .asInstanceOf(type(RequestAlreadyKnown.class))
                .matches(known -> known.id().equals(request.id()))
                .matches(known -> known.answer().answers(ledger.digest(new byte[] {1})))
                .matches(known -> !known.answer().answers(ledger.digest(new byte[] {2})))
                .matches(known ->
                        known.answer().firstIndex() == 0 && known.answer().count() == 2);
        assertThat(ledger.request(request.id())).isPresent();
        assertThat(ledger.request(new UUID(0, 2))).isEmpty();
    }

    @Test
    void finds_positions_by_both_times() {
        Ledger ledger = create();
        append(ledger, Sample.fact("e0", null, 0));
        clock.move(Duration.ofSeconds(10));
        append(ledger, Sample.fact("e1", null, 0), Sample.fact("e2", null, 0));

        assertThat(ledger.indexAt(Sample.RECORDED.minusMillis(1))).isEmpty();
        assertThat(ledger.indexAt(Sample.RECORDED)).hasValue(0);
        assertThat(ledger.indexAt(Sample.RECORDED.plusSeconds(9))).hasValue(0);
        assertThat(ledger.indexAt(Sample.RECORDED.plusSeconds(10))).hasValue(2);
        assertThat(ledger.firstIndexAt(Sample.AT)).hasValue(0);
        assertThat(ledger.firstIndexAt(Sample.AT.plusNanos(1))).isEmpty();
    }

    @Test
    void a_closed_ledger_refuses() {
        Ledger ledger = create();
        close();
        assertThatThrownBy(() -> append(ledger, Sample.fact("e0", null, 0)))
                .asInstanceOf(type(LedgerUnavailable.class))
                .matches(refused -> refused.reason() == Reason.CLOSED);
    }

    @Test
    void a_stream_is_read_from_any_place_up_to_any_index_and_as_far_as_asked() {
        Ledger ledger = create();
        for (int i = 0; i < 210; i += 21) {
            List<NewFact> facts = new ArrayList<>();
            for (int sequence = i; sequence < i + 21; sequence++) {
                facts.add(Sample.fact("e" + sequence, "a/1", sequence));
                facts.add(Sample.fact("f" + sequence, "a/1#" + sequence % 3, sequence / 3));
            }
            ledger.append(facts, null);
        }
        assertSequences(ledger.stream("a/1", 0, Long.MAX_VALUE), 0, 210);
        assertSequences(ledger.stream("a/1", 31, Long.MAX_VALUE), 31, 210);
        assertSequences(ledger.stream("a/1", 31, Long.MAX_VALUE, 33), 31, 64);
        assertSequences(ledger.stream("a/1", 0, 2 * 69), 0, 69);
        assertSequences(ledger.stream("a/1", 0, 2 * 69 + 1), 0, 70);
        assertThat(ledger.stream("a/1", 210, Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.stream("a/1", 0, Long.MAX_VALUE, 0)).isEmpty();
        assertThat(ledger.stream("a/2", 0, Long.MAX_VALUE)).isEmpty();
        assertSequences(ledger.stream("a/1#1", 0, Long.MAX_VALUE), 0, 70);
        assertThat(ledger.lastSequence("a/1")).hasValue(209);
        assertThat(ledger.lastSequence("a/1#2")).hasValue(69);
        assertThat(ledger.lastSequence("a/2")).isEmpty();
    }

    private static void assertSequences(List<StoredFact> facts, long from, long before) {
        assertThat(facts).extracting(fact -> fact.sequence().orElse(-1)).first().isEqualTo(from);
        assertThat(facts).hasSize((int) (before - from));
        for (int i = 1; i < facts.size(); i++) {
            assertThat(facts.get(i).sequence()).hasValue(from + i);
        }
    }

    @Test
    void a_stream_that_begins_far_above_zero_is_read_from_where_it_begins() {
        Ledger ledger = create();
        append(ledger, Sample.fact("e0", "a/1", 5_000), Sample.fact("e1", "a/1", 5_001));
        append(ledger, Sample.fact("e2", "a/1", 5_002));
        assertSequences(ledger.stream("a/1", 0, Long.MAX_VALUE), 5_000, 5_003);
        assertSequences(ledger.stream("a/1", 5_002, Long.MAX_VALUE), 5_002, 5_003);
        assertThat(ledger.stream("a/1", 5_003, Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.lastSequence("a/1")).hasValue(5_002);
    }

    @Test
    void the_largest_append_is_one_block_and_comes_back_whole() {
        Ledger ledger = create();
        append(ledger, Sample.fact("first", null, 0));
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            facts.add(Sample.fact("large" + i, "a/1", i, LARGE, i == 3 ? LARGE : null));
        }
        String longName = "n".repeat(1_000);
        for (int i = facts.size(); i < 900; i++) {
            facts.add(Sample.fact(longName + i, longName + "/" + i, 0));
        }
        assertThat(ledger.append(facts, null)).isEqualTo(new Appended(1, 900));
        close();
        List<StoredFact> read = open().read(1, 1_000);
        assertThat(read).hasSize(900);
        assertThat(read.get(3).payload()).hasSize(LARGE.length());
        assertThat(read.get(3).sealed()).hasSize(LARGE.length());
        assertThat(read.get(899).stream()).isEqualTo(longName + "/899");
    }

    @Test
    void checkpoints_and_the_roots_of_their_tiles_come_back_together() {
        Ledger ledger = create();
        append(ledger, Sample.fact("e0", null, 0), Sample.fact("e1", null, 0));
        CheckpointStore store = ledger.checkpoints();
        assertThat(store.last()).isEmpty();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            nodes.add(new Node(1, i, hash(1, i)));
            if (i % 256 == 255) {
                nodes.add(new Node(2, i / 256, hash(2, i / 256)));
            }
        }
        store.keep(new Kept(1, 300 * 256, new byte[] {1}), nodes.subList(0, 301));
        store.keep(new Kept(2, 600 * 256, new byte[] {2}), nodes.subList(301, 602));
        close();

        Ledger again = open();
        CheckpointStore kept = again.checkpoints();
        assertThat(kept.last()).hasValueSatisfying(last -> {
            assertThat(last.number()).isEqualTo(2);
            assertThat(last.size()).isEqualTo(600 * 256);
            assertThat(last.note()).containsExactly(2);
        });
        assertThat(kept.numbered(1))
                .hasValueSatisfying(first -> assertThat(first.note()).containsExactly(1));
        assertThat(kept.numbered(3)).isEmpty();
        assertThat(kept.nodes(1, 290, 20))
                .containsExactlyElementsOf(nodes.stream()
                        .filter(node -> node.level() == 1 && node.index() >= 290 && node.index() < 310)
                        .map(Node::hash)
                        .toList());
        assertThat(kept.nodes(1, 256, 256)).hasSize(256);
        assertThat(kept.nodes(2, 0, 2)).containsExactly(hash(2, 0), hash(2, 1));
        assertThat(kept.nodes(1, 0, 0)).isEmpty();
        assertThat(kept.leaves(0, 2))
                .containsExactlyElementsOf(
                        again.read(0, 2).stream().map(StoredFact::leaf).toList());
    }

    private static Hash hash(int level, int index) {
        return Hashes.leaf(new byte[] {(byte) level, (byte) (index >> 8), (byte) index});
    }
}
