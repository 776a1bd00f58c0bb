package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Appended;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.mongo.CommandProxy.Error;
import dalil.ledger.mongo.CommandProxy.Harm;
import dalil.ledger.mongo.CommandProxy.Plan;
import dalil.ledger.mongo.CommandProxy.Simple;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/**
 * Each command of one append, harmed in each way between driver and server, once, twice and again and again: the caller hears success or a
 * typed refusal, what was acknowledged is stored, nothing is stored twice, no number has two blocks, and asking again with the same
 * request id ends it. The server is mongo-java-server; what is tried is on our side of the wire.
 */
class CommandFaultsTest {

    /** Later than the time for an answer, which in turn is long enough for a busy machine. */
    private static final long LATE = 1_300;

    private static final MongoTimes TIMES = new MongoTimes(
            Duration.ofMillis(5_000), Duration.ofMillis(900), Duration.ofMillis(3_000), Duration.ofMillis(500));

    private static final RequestInProgress REQUEST = new RequestInProgress(new UUID(1, 2), new byte[] {1});

    /** The commands that an append may lead to. */
    private enum Command implements Predicate<BsonDocument> {
        /** Which keys are taken, and who has them. */
        KEYS,
        /** What stands under the block's number, asked after an unclear answer and while nothing is appended. */
        NUMBER,
        INSERT;

        @Override
        public boolean test(BsonDocument command) {
            return switch (this) {
                case KEYS -> command.containsKey("find") && filter(command).containsKey("keys");
                case NUMBER -> command.containsKey("find") && filter(command).containsKey("_id");
                case INSERT -> command.containsKey("insert");
            };
        }

        private static BsonDocument filter(BsonDocument command) {
            return command.getDocument("filter", new BsonDocument());
        }
    }

    /**
     * @param times how many of the commands in a row
     * @param blind whether nothing can be looked up until the caller was answered
     */
    private record Case(Command command, Harm harm, int times, boolean blind) {}

    private static List<Harm> harms() {
        List<Harm> harms = new ArrayList<>(List.of(Simple.values()));
        for (int code : new int[] {11600, 10107, 189, 91}) {
            harms.add(new Error(code, false));
            harms.add(new Error(code, true));
        }
        return harms;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Harm harm : harms()) {
            for (int times = 1; times <= 2; times++) {
                cases.add(new Case(Command.INSERT, harm, times, false));
                if (harm != Simple.MAJORITY_UNKNOWN) {
                    cases.add(new Case(Command.KEYS, harm, times, false));
                    cases.add(new Case(Command.NUMBER, harm, times, false));
                }
            }
            cases.add(new Case(Command.INSERT, harm, 1_000, false));
            cases.add(new Case(Command.INSERT, harm, 1_000, true));
        }
        return cases;
    }

    @Test
    void every_harm_to_every_command_ends_in_success_or_a_typed_refusal_and_never_in_two_copies() throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(24);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Case one : cases()) {
                running.add(pool.submit(() -> run(one)));
            }
            for (Future<String> one : running) {
                outcomes.merge(one.get(), 1, Integer::sum);
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("one append with a harmed command, as its caller heard it: " + outcomes);
        assertThat(outcomes).containsOnlyKeys("stored", "ledger-busy", "outcome-unknown");
    }

    /** One append with this harm, and what must be true afterwards; says what the caller heard. */
    private static String run(Case one) throws Exception {
        MongoAddress direct = FakeMongo.database();
        MongoLedger.at(direct).create(Sample.CASE, Sample.wiring()).close();
        String heard;
        try (CommandProxy proxy = new CommandProxy(FakeMongo.port());
                Ledger ledger = open(proxy, direct)) {
            ledger.append(List.of(Sample.fact("e0", "a/1", 0)), null);

            Plan harm = new Plan(one.command(), one.harm(), new AtomicInteger(one.times()), LATE);
            proxy.harm(one.blind() ? List.of(blindness(), harm) : List.of(harm));
            Object first = append(ledger, "e1");
            untilHarmed(one, harm);
            proxy.heal();

            heard = heard(first, one);
            // What was held back may come in before or after this.
            Object second = append(ledger, "e1-again");
            assertThat(second).as(one + ": asked again").isInstanceOfAny(Appended.class, RequestAlreadyKnown.class);
            if (first instanceof Appended appended) {
                assertThat(second)
                        .as(one + ": the first answer again")
                        .isInstanceOfSatisfying(
                                RequestAlreadyKnown.class,
                                known -> assertThat(known.answer().firstIndex()).isEqualTo(appended.firstIndex()));
                assertThat(ledger.read(appended.firstIndex(), 1))
                        .extracting(StoredFact::id)
                        .containsExactly("e1");
            }
            assertThat(ledger.append(List.of(Sample.fact("e2", "a/1", 2)), null).firstIndex())
                    .as(one + ": it goes on")
                    .isEqualTo(2);
            assertThat(ledger.health().failure()).as(one.toString()).isNull();
            proxy.settle();
        }
        try (Ledger ledger = MongoLedger.at(direct).open(Sample.wiring())) {
            assertThat(ledger.read(0, 10)).as(one.toString()).hasSize(3);
            assertThat(ledger.read(0, 10))
                    .filteredOn(fact -> fact.meta().containsKey(RequestInProgress.META_ID))
                    .as(one + ": stored once")
                    .hasSize(1);
            if (heard.equals(Reason.BUSY.code())) {
                assertThat(ledger.read(0, 10))
                        .extracting(StoredFact::id)
                        .as(one + ": said not to be stored")
                        .doesNotContain("e1");
            }
        }
        return heard;
    }

    private static Ledger open(CommandProxy proxy, MongoAddress direct) {
        return new MongoLedger(FakeMongo.database(proxy.port(), direct.database()), TIMES).open(Sample.wiring());
    }

    /** No question is answered any more, once an insert was sent. */
    private static Plan blindness() {
        AtomicBoolean sent = new AtomicBoolean();
        Predicate<BsonDocument> afterwards = command -> {
            if (Command.INSERT.test(command)) {
                sent.set(true);
            }
            return sent.get() && command.containsKey("find");
        };
        return new Plan(afterwards, Simple.DROPPED, new AtomicInteger(1_000), LATE);
    }

    /** What is asked while nothing is appended comes up sooner or later. */
    private static void untilHarmed(Case one, Plan harm) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (one.command() == Command.NUMBER && harm.left().get() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(harm.left().get()).as(one + ": harmed").isLessThan(one.times());
    }

    private static Object append(Ledger ledger, String id) {
        try {
            return ledger.append(List.of(Sample.fact(id, "a/1", 1)), REQUEST);
        } catch (LedgerException typed) {
            return typed;
        }
    }

    private static String heard(Object outcome, Case one) {
        if (outcome instanceof Appended) {
            return "stored";
        }
        assertThat(outcome).as(one.toString()).isInstanceOf(LedgerUnavailable.class);
        Reason reason = ((LedgerUnavailable) outcome).reason();
        assertThat(reason).as(one.toString()).isIn(Reason.BUSY, Reason.UNKNOWN);
        return reason.code();
    }

    @Test
    void a_full_disk_on_the_server_refuses_without_damage_and_appends_go_on_once_there_is_space() throws Exception {
        MongoAddress direct = FakeMongo.database();
        MongoLedger.at(direct).create(Sample.CASE, Sample.wiring()).close();
        try (CommandProxy proxy = new CommandProxy(FakeMongo.port());
                Ledger ledger = open(proxy, direct)) {
            ledger.append(List.of(Sample.fact("e0", "a/1", 0)), null);
            proxy.harm(List.of(new Plan(Command.INSERT, new Error(14031, false), new AtomicInteger(2), LATE)));
            for (int i = 0; i < 2; i++) {
                assertThat(append(ledger, "e1"))
                        .isInstanceOfSatisfying(
                                LedgerUnavailable.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL));
                assertThat(ledger.read(0, 10)).hasSize(1);
                assertThat(ledger.health().writable()).isTrue();
            }
            assertThat(append(ledger, "e1")).isEqualTo(new Appended(1, 1));
        }
    }

    @Test
    void a_server_that_will_not_store_stops_appending_and_says_why() throws Exception {
        MongoAddress direct = FakeMongo.database();
        MongoLedger.at(direct).create(Sample.CASE, Sample.wiring()).close();
        List<Throwable> failures = new ArrayList<>();
        try (CommandProxy proxy = new CommandProxy(FakeMongo.port());
                Ledger ledger = new MongoLedger(FakeMongo.database(proxy.port(), direct.database()), TIMES)
                        .open(new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failures::add))) {
            proxy.harm(List.of(new Plan(Command.INSERT, new Error(13, false), new AtomicInteger(1), LATE)));
            assertThat(append(ledger, "e1"))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.FAILED));
            assertThat(ledger.health().failure())
                    .isEqualTo("the MongoDB server refuses to store: MongoCommandException, code 13");
        }
        assertThat(failures).hasSize(1);
    }
}
