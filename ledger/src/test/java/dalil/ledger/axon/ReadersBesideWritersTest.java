package dalil.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight writers and those who follow them by tokens: each event once, in order, none passed over, wherever one begins and how often. */
class ReadersBesideWritersTest {

    private static final int WRITERS = 8;
    private static final int EVENTS =
            Integer.getInteger("dalil.events", Boolean.getBoolean("dalil.thorough") ? 100_000 : 20_000);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;
    private final Ledger ledger;
    private final LedgerEventStorageEngine engine;
    private final EmbeddedEventStore events;

    ReadersBesideWritersTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = ContractFacts.ledger(folder);
        this.engine = ContractFacts.engine(ledger).build();
        this.events = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        events.shutDown();
        ledger.close();
    }

    /** Each its share, one to forty at a time; {@code at} counts up with the events, as times do but for small steps back. */
    private List<Future<?>> write(int all, long seed) {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            SplittableRandom random = new SplittableRandom(seed + writer);
            EventIds ids = new EventIds(Clock.systemUTC(), random.split());
            int share = all / WRITERS;
            writers.add(threads.submit(() -> {
                for (int left = share; left > 0; ) {
                    List<NewFact> facts = new ArrayList<>();
                    for (int i = Math.min(left, 1 + random.nextInt(40)); i > 0; i--) {
                        Instant at = Sample.AT.plusMillis(share - left + random.nextInt(20));
                        NewFact fact = Sample.fact(ids.next().toString(), null, 0, "\"x\"", null);
                        facts.add(new NewFact(
                                fact.id(), at, "contract.payload", "1", null, 0, fact.payload(), null, fact.meta()));
                    }
                    ledger.append(facts, null);
                    left -= facts.size();
                }
            }));
        }
        return writers;
    }

    private static void await(List<Future<?>> all) throws Exception {
        for (Future<?> one : all) {
            one.get();
        }
    }

    @Test
    void a_reader_with_a_token_a_stream_and_a_reader_of_another_connection_see_each_event_once_in_order()
            throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed + ", " + EVENTS + " events");
        Future<TokenReader> byToken = threads.submit(() -> follow(engine, new Random(seed)));
        Future<TokenReader> beside = threads.submit(() -> {
            try (Ledger reading = LedgerFolder.openReadOnly(folder)) {
                return follow(ContractFacts.engine(reading).build(), new Random(seed + 1));
            }
        });
        Future<Set<String>> byStream = threads.submit(this::stream);
        await(write(EVENTS, seed));
        Set<String> stored = new HashSet<>();
        for (long from = 0; from < EVENTS; from += 1_000) {
            ledger.read(from, 1_000).stream().map(StoredFact::id).forEach(stored::add);
        }
        assertThat(stored).hasSize(EVENTS);
        assertThat(byToken.get().seen()).isEqualTo(stored);
        assertThat(beside.get().seen()).isEqualTo(stored);
        assertThat(byStream.get()).isEqualTo(stored);
    }

    private static TokenReader follow(LedgerEventStorageEngine engine, Random random) throws InterruptedException {
        TokenReader reader = new TokenReader();
        while (reader.count() < EVENTS) {
            if (reader.read(engine, 1 + random.nextInt(400)) == 0) {
                Thread.sleep(1);
            }
        }
        return reader;
    }

    /** As Axon's processors do it, opened again now and then at the last token. */
    private Set<String> stream() throws Exception {
        Set<String> seen = new HashSet<>();
        @Nullable TrackingToken token = null;
        Random random = new Random(EVENTS);
        while (seen.size() < EVENTS) {
            int most = 1 + random.nextInt(EVENTS / 10);
            try (var stream = events.openStream(token)) {
                for (int i = 0; i < most && seen.size() < EVENTS; i++) {
                    // asked again, as Axon's processors do: a stream that fell behind the events in memory and finds
                    // nothing new in the store is woken by nobody (EmbeddedEventStore 4.13)
                    while (!stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {}
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    token = event.trackingToken();
                    assertThat(((GlobalSequenceTrackingToken) token).getGlobalIndex())
                            .isEqualTo(seen.size());
                    assertThat(seen.add(event.getIdentifier())).isTrue();
                }
            }
        }
        return seen;
    }

    /** What a projection would hold: the sum of all it was given, by the order it came in. */
    private static final class Fold {

        private long digest = 1;
        private long count;

        void add(String id) {
            digest = 31 * digest + id.hashCode();
            count++;
        }

        @Override
        public String toString() {
            return count + ":" + digest;
        }
    }

    @Test
    void replays_from_null_from_the_tail_and_from_a_moment_and_resets_during_appends_equal_the_fold_afterwards()
            throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        int all = EVENTS / 4 / WRITERS * WRITERS;
        List<Future<?>> writers = write(all, seed);
        Random random = new Random(seed);
        List<Replay> replays = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ledger.awaitSize((long) all * i / 8, Duration.ofMinutes(1));
            Instant moment = Sample.AT.plusMillis(random.nextInt(all / WRITERS));
            List<@Nullable TrackingToken> tokens = new ArrayList<>();
            tokens.add(null);
            tokens.add(engine.createTailToken());
            tokens.add(engine.createTokenAt(moment));
            for (@Nullable TrackingToken token : tokens) {
                Callable<String> replay = () -> replay(token, all, new Random(seed));
                replays.add(new Replay(token, threads.submit(replay)));
            }
        }
        await(writers);
        List<String> ids = ledger.read(0, all).stream().map(StoredFact::id).toList();
        for (Replay replay : replays) {
            Fold offline = new Fold();
            ids.subList((int) after(replay.token()), all).forEach(offline::add);
            assertThat(replay.result().get())
                    .as("seed " + seed + ", from " + replay.token())
                    .isEqualTo(offline.toString());
        }
    }

    private record Replay(@Nullable TrackingToken token, Future<String> result) {}

    private static long after(@Nullable TrackingToken token) {
        return token instanceof GlobalSequenceTrackingToken global ? global.getGlobalIndex() + 1 : 0;
    }

    /** To the end, thrown away and begun again in the middle once. */
    private String replay(@Nullable TrackingToken from, int all, Random random) throws InterruptedException {
        Fold fold = new Fold();
        @Nullable TrackingToken token = from;
        long resetAt = random.nextInt(all);
        boolean reset = false;
        while (after(token) < all) {
            var read = engine.fetchTrackedEvents(token, 1 + random.nextInt(300));
            for (var event : read) {
                fold.add(event.getEventIdentifier());
                token = event.trackingToken();
            }
            if (!reset && after(token) > resetAt) {
                reset = true;
                fold = new Fold();
                token = from;
            }
            if (read.isEmpty()) {
                Thread.sleep(1);
            }
        }
        return fold.toString();
    }

    @Test
    void a_token_at_a_moment_passes_over_no_event_of_that_moment_or_later() throws Exception {
        int all = 2_000 / WRITERS * WRITERS;
        await(write(all, 3));
        List<StoredFact> facts = ledger.read(0, all);
        for (int millis = -1; millis < all / WRITERS + 25; millis += 7) {
            Instant moment = Sample.AT.plusMillis(millis);
            long first = after(engine.createTokenAt(moment));
            assertThat(facts.subList(0, (int) first))
                    .as("before " + moment)
                    .allMatch(fact -> fact.at().isBefore(moment));
        }
    }
}
