package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.MovedClock;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.StoredFact.Sealed;
import dalil.ledger.fault.AppendConflict;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.fault.RequestAlreadyKnown;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoLedgerTest {

    private static final MongoTimes SHORT = new MongoTimes(
            Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofMillis(100));

    private final MongoAddress address = FakeMongo.database();
    private final MongoLedger place = new MongoLedger(address, SHORT);
    private final MongoClient client = MongoClients.create(address.uri());
    private final MongoCollection<Document> blocks =
            client.getDatabase(address.database()).getCollection(MongoLayout.BLOCK);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        client.close();
    }

    private Ledger create() {
        return place.create(Sample.CASE, Sample.wiring());
    }

    private Ledger open() {
        return place.open(Sample.wiring());
    }

    private static void append(Ledger ledger, String id, String stream, long sequence) {
        ledger.append(List.of(Sample.fact(id, stream, sequence)), null);
    }

    @Test
    void two_processes_append_to_one_ledger_and_each_sees_what_the_other_added() {
        try (Ledger one = create();
                Ledger two = open()) {
            append(one, "e0", "a/1", 0);
            append(two, "e1", "a/1", 1);
            append(one, "e2", "a/1", 2);
            assertThat(two.awaitSize(3, Duration.ofSeconds(30))).isTrue();
            assertThat(two.read(0, 10)).extracting(StoredFact::id).containsExactly("e0", "e1", "e2");
            assertThat(one.head()).isEqualTo(two.head());
        }
    }

    @Test
    void what_the_other_process_took_is_refused_here_and_can_be_read_at_once() {
        RequestInProgress request = new RequestInProgress(new UUID(1, 1), new byte[] {1});
        try (Ledger one = create();
                Ledger two = open()) {
            one.append(List.of(Sample.fact("e0", "a/1", 0)), request);
            assertThatThrownBy(() -> append(two, "e1", "a/1", 0)).isInstanceOf(AppendConflict.class);
            assertThatThrownBy(() -> append(two, "e0", "a/2", 0)).isInstanceOf(AppendConflict.class);
            assertThatThrownBy(() -> two.append(List.of(Sample.fact("e3", "a/3", 0)), request))
                    .asInstanceOf(type(RequestAlreadyKnown.class))
                    .matches(known -> known.answer().firstIndex() == 0);
            assertThat(two.stream("a/1", 0, Long.MAX_VALUE)).hasSize(1);
        }
    }

    @Test
    void recorded_times_do_not_fall_where_the_clocks_of_two_machines_differ() {
        MovedClock behind = new MovedClock(Sample.RECORDED);
        MovedClock ahead = new MovedClock(Sample.RECORDED);
        ahead.move(Duration.ofSeconds(40));
        try (Ledger one = place.create(Sample.CASE, Sample.wiring(ahead));
                Ledger two = place.open(Sample.wiring(behind))) {
            append(one, "e0", "a/1", 0);
            append(two, "e1", "a/1", 1);
            assertThat(two.read(1, 1).get(0).recorded()).isEqualTo(ahead.instant());
            ahead.move(Duration.ofMinutes(10));
            append(one, "e2", "a/1", 2);
            assertThatThrownBy(() -> append(two, "e3", "a/1", 3))
                    .asInstanceOf(type(LedgerUnavailable.class))
                    .matches(refused -> refused.reason() == Reason.CLOCK_BEHIND);
        }
    }

    @Test
    void an_erasure_is_one_update_of_one_path_and_touches_nothing_else() {
        try (Ledger ledger = create()) {
            ledger.append(
                    List.of(
                            Sample.fact("e0", "a/1", 0, "{\"a\":1}", "{\"v\":\"0\"}"),
                            Sample.fact("e1", "a/1", 1, "{\"a\":2}", "{\"v\":\"1\"}")),
                    null);
            Document before = blocks.find().first();
            blocks.updateOne(Filters.eq("_id", 0L), Updates.set("facts.1.sealed", new Document()));

            List<StoredFact> facts = ledger.read(0, 2);
            assertThat(facts.get(0).sealedState()).isEqualTo(Sealed.PRESENT);
            assertThat(facts.get(1).sealedState()).isEqualTo(Sealed.ERASED);
            assertThat(facts.get(1).payload()).asString().isEqualTo("{\"a\":2}");
            Document after = blocks.find().first();
            before.getList("facts", Document.class).get(1).put("sealed", new Document());
            assertThat(after).isEqualTo(before);
        }
        open().close();
    }

    @Test
    void an_erasure_that_leaves_salt_or_bytes_is_none() {
        try (Ledger ledger = create()) {
            ledger.append(List.of(Sample.fact("e0", "a/1", 0, "{}", "{\"v\":\"0\"}")), null);
            blocks.updateOne(Filters.eq("_id", 0L), Updates.unset("facts.0.sealed.bytes"));
            assertThatThrownBy(() -> ledger.read(0, 1)).isInstanceOf(IntegrityFault.class);
            blocks.updateOne(Filters.eq("_id", 0L), Updates.unset("facts.0.sealed"));
            assertThatThrownBy(() -> ledger.read(0, 1)).isInstanceOf(IntegrityFault.class);
        }
    }

    @Test
    void a_fact_found_altered_is_named_and_stops_appending() {
        try (Ledger ledger = create()) {
            append(ledger, "e0", "a/1", 0);
            append(ledger, "e1", "a/1", 1);
            blocks.updateOne(Filters.eq("_id", 1L), Updates.set("facts.0.payload.bytes", new Binary(new byte[] {1})));
            assertThat(ledger.read(0, 1)).hasSize(1);
            assertThatThrownBy(() -> ledger.read(0, 2))
                    .asInstanceOf(type(IntegrityFault.class))
                    .matches(fault -> fault.index().orElse(-1) == 1);
            assertThatThrownBy(() -> append(ledger, "e2", "a/1", 2)).isInstanceOf(LedgerUnavailable.class);
        }
        assertThatThrownBy(this::open).isInstanceOf(IntegrityFault.class);
    }

    @Test
    void nothing_is_built_on_a_block_of_another_that_does_not_extend_the_tree() {
        try (Ledger ledger = place.create(
                Sample.CASE, new LedgerWiring(new MovedClock(Sample.RECORDED), new SecureRandom(), failures::add))) {
            append(ledger, "e0", "a/1", 0);
            Document forged = new Document(blocks.find().first());
            forged.put("_id", 1L);
            forged.put("keys", List.of("e/forged"));
            blocks.insertOne(forged);
            assertThatThrownBy(() -> append(ledger, "e1", "a/1", 1))
                    .asInstanceOf(type(LedgerUnavailable.class))
                    .matches(refused -> refused.reason() == Reason.FAILED);
            assertThat(ledger.health().failure()).startsWith("index 1: altered record");
        }
        assertThat(failures).hasSize(1);
    }

    @Test
    void a_database_without_its_case_or_its_unique_index_or_a_block_does_not_open() {
        create().close();
        try (Ledger ledger = open()) {
            append(ledger, "e0", "a/1", 0);
            append(ledger, "e1", "a/1", 1);
        }
        blocks.dropIndex("keys_1");
        assertThatThrownBy(this::open).hasMessageContaining("the collection block lacks its index unique on keys");
        blocks.createIndex(new Document("keys", 1));
        assertThatThrownBy(this::open).hasMessageContaining("the collection block lacks its index unique on keys");
        place.openReadOnly().close();
        blocks.deleteOne(Filters.eq("_id", 0L));
        assertThatThrownBy(place::openReadOnly).isInstanceOf(IntegrityFault.class);
        client.getDatabase(address.database()).getCollection(MongoLayout.CASE).drop();
        assertThatThrownBy(this::open).isInstanceOf(NoLedgerHere.class);
        assertThatThrownBy(this::create).isInstanceOf(LedgerAlreadyHere.class);
    }

    @Test
    void a_ledger_whose_newest_block_is_gone_opens_only_as_the_shorter_one_that_it_is() {
        try (Ledger ledger = create()) {
            append(ledger, "e0", "a/1", 0);
            append(ledger, "e1", "a/1", 1);
        }
        blocks.deleteOne(Filters.eq("_id", 1L));
        // Only what is kept outside shows this: Checkpointer.start and the audit with the key folder.
        try (Ledger ledger = open()) {
            assertThat(ledger.size()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_does_not_answer_and_a_database_without_a_ledger_are_said_plainly() {
        MongoAddress nowhere = MongoAddress.parse("mongodb://u:very-secret@127.0.0.1:1/register");
        assertThatThrownBy(() -> new MongoLedger(nowhere, SHORT).open(Sample.wiring()))
                .isInstanceOf(NoLedgerHere.class)
                .hasMessage("no ledger can be opened in mongodb://127.0.0.1:1/register: no server that takes writes"
                        + " answers there within 300 ms");
        assertThatThrownBy(this::open)
                .isInstanceOf(NoLedgerHere.class)
                .hasMessage("no ledger can be opened in " + address + ": the database holds none");
        assertThat(place.isThere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/x",
                "mongodb://",
                "mongodb://u:very-secret@localhost:x/db",
                "mongodb://u:very-secret@localhost",
                "mongodb://u:very-secret@localhost/",
                "mongodb://u:very-secret@localhost/db.collection",
                "mongodb://u:very-secret@localhost/admin"
            })
    void an_address_that_names_no_database_is_refused_and_its_password_is_not_repeated(String text) {
        assertThatThrownBy(() -> MongoAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("very-secret"));
    }
}
