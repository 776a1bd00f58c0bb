package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dalil.ledger.Filling;
import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.key.QuickPassphrase;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.timestamp.Stamped;
import dalil.transparency.tree.Hashes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes one thing in a closed ledger's database and wants the audit to name it. */
class MongoAuditTest {

    private static final Passphrase PASSPHRASE = QuickPassphrase.FOR_TESTS;
    private static final MongoTimes TIMES =
            new MongoTimes(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(1));

    private static final int ERASED_RIGHTLY = 24;

    /** Blocks of one fact from 0 to 39, then two of 300 facts, then one; checkpoints over 40 and all, the second one with a token. */
    private static final int SIZE = 641;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path keys;

    private static final MongoAddress MADE = FakeMongo.database();

    private final MongoAddress address = FakeMongo.database();
    private final MongoClient client = MongoClients.create(address.uri());
    private final MongoDatabase database = client.getDatabase(address.database());
    private final MongoCollection<Document> blocks = database.getCollection(MongoLayout.BLOCK);
    private final MongoCollection<Document> checkpoints = database.getCollection(MongoLayout.CHECKPOINT);

    @BeforeAll
    static void make() throws Exception {
        KeyFolder.make(keys, Sample.CASE.origin(), PASSPHRASE, new SecureRandom());
        try (Ledger ledger = MongoLedger.at(MADE).create(Sample.CASE, Sample.wiring());
                KeyFolder key = KeyFolder.open(keys, Sample.CASE.origin(), PASSPHRASE)) {
            Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
            Filling filling = new Filling(ledger, 1).singly(40);
            checkpointer.checkpoint();
            filling.block(0, 300).block(1, 300).erasureOf(ERASED_RIGHTLY);
            checkpointer.checkpoint();
            Stamped.stamp(ledger, checkpointer);
            assertThat(ledger.attestations().last(AttestationStore.Kind.TIMESTAMP))
                    .hasValue(2);
            assertThat(checkpointer.health().why()).isNull();
        }
    }

    MongoAuditTest() {
        MongoDatabase made = client.getDatabase(MADE.database());
        for (String name :
                List.of(MongoLayout.CASE, MongoLayout.BLOCK, MongoLayout.CHECKPOINT, MongoLayout.ATTESTATION)) {
            made.getCollection(name)
                    .find()
                    .forEach(document -> database.getCollection(name).insertOne(document));
        }
        try (MongoSession session = new MongoSession(address, TIMES)) {
            MongoLayout.make(session);
        }
        blocks.updateOne(Filters.eq("_id", (long) ERASED_RIGHTLY), Updates.set("facts.0.sealed", new Document()));
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    private AuditReport audit() {
        return audit(AuditKeys.of(keys, List.of()));
    }

    private AuditReport audit(AuditKeys held) {
        return Audit.of(() -> MongoHoldings.open(address, TIMES), held);
    }

    @Test
    void an_untouched_ledger_is_intact_with_every_checkpoint_and_an_erasure_that_a_later_fact_names() {
        AuditReport report = audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.head()).isNotNull().matches(head -> head.size() == SIZE);
        assertThat(report.tree()).isNotNull().matches(tree -> tree.size() == SIZE);
        assertThat(report.signed()).isEqualTo(new AuditReport.Signed(2, true));
        assertThat(report.unseen())
                .containsExactly(
                        "who made the timestamps (1 timestamp): no trust anchor was given, so anybody may have");
    }

    /** @param index the fact that must be named; -1 if it is about the ledger as a whole */
    private record Change(String what, Consumer<MongoAuditTest> change, Kind kind, long index) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Change update(long block, String field, Object value, Kind kind, long index) {
        return new Change(
                block + ": " + field + " = " + value,
                test -> assertThat(test.blocks
                                .updateOne(Filters.eq("_id", block), Updates.set(field, value))
                                .getModifiedCount())
                        .isOne(),
                kind,
                index);
    }

    private static Change unset(long block, String field, Kind kind, long index) {
        return new Change(
                block + ": no " + field,
                test -> assertThat(test.blocks
                                .updateOne(Filters.eq("_id", block), Updates.unset(field))
                                .getModifiedCount())
                        .isOne(),
                kind,
                index);
    }

    private static Change other(String what, Consumer<MongoAuditTest> change, Kind kind, long index) {
        return new Change(what, change, kind, index);
    }

    private static final Binary BYTES = new Binary(new byte[] {1});

    static Stream<Change> changes() {
        return Stream.of(
                update(17, "facts.0.record", BYTES, Kind.ALTERED_RECORD, 17),
                update(17, "facts.0.leaf", BYTES, Kind.ALTERED_RECORD, 17),
                update(17, "facts.0.record", "text", Kind.MISSING, 17),
                update(17, "facts.0.payload.bytes", BYTES, Kind.ALTERED_SECTION, 17),
                update(17, "facts.0.payload.salt", BYTES, Kind.ALTERED_SECTION, 17),
                update(17, "facts.0.meta.bytes", BYTES, Kind.ALTERED_SECTION, 17),
                update(17, "facts.0.meta.salt", BYTES, Kind.ALTERED_SECTION, 17),
                unset(17, "facts.0.payload", Kind.MISSING, 17),
                update(16, "facts.0.sealed.bytes", BYTES, Kind.ALTERED_SECTION, 16),
                update(16, "facts.0.sealed.salt", BYTES, Kind.ALTERED_SECTION, 16),
                update(16, "facts.0.sealed", new Document(), Kind.UNPROVED_ERASURE, 16),
                unset(16, "facts.0.sealed", Kind.MISSING, 16),
                unset(16, "facts.0.sealed.salt", Kind.MISSING, 16),
                unset(16, "facts.0.sealed.bytes", Kind.MISSING, 16),
                update(17, "facts.0.sealed", new Document(), Kind.ALTERED_SECTION, 17),
                update(17, "facts.0.highestAt", 5L, Kind.ALTERED_COLUMN, 17),
                update(17, "facts.0.more", 1, Kind.ALTERED_COLUMN, 17),
                update(17, "facts.0.meta.more", 1, Kind.ALTERED_COLUMN, 17),
                update(17, "more", 1, Kind.ALTERED_COLUMN, 17),
                update(17, "n", 2, Kind.ALTERED_COLUMN, 17),
                other("17: n of another width", test -> test.widen(17, "n"), Kind.ALTERED_COLUMN, 17),
                update(17, "head.more", 1, Kind.ALTERED_COLUMN, 17),
                update(17, "requests.0.more", 1, Kind.ALTERED_COLUMN, 17),
                update(17, "keys", List.of("e/x"), Kind.ALTERED_COLUMN, 17),
                update(17, "keys.0", "e/x", Kind.ALTERED_COLUMN, 17),
                update(40, "keys.305", "s/figure/9#1", Kind.ALTERED_COLUMN, 40),
                update(17, "requests.0.digest", BYTES, Kind.ALTERED_COLUMN, 17),
                update(17, "requests.0.count", 2, Kind.ALTERED_COLUMN, 17),
                update(40, "requests.0.count", 299, Kind.ALTERED_COLUMN, 40),
                update(17, "requests.0.first", 18L, Kind.ALTERED_COLUMN, 17),
                update(17, "requests.0.id", "another", Kind.MISSING, 17),
                update(17, "requests", List.of(), Kind.MISSING, 17),
                update(
                        17,
                        "requests.1",
                        new Document("id", "another")
                                .append("digest", BYTES)
                                .append("first", 17L)
                                .append("count", 1),
                        Kind.DUPLICATE,
                        17),
                update(
                        18,
                        "requests.1",
                        new Document("id", new UUID(1, 17).toString())
                                .append("digest", BYTES)
                                .append("first", 17L)
                                .append("count", 1),
                        Kind.DUPLICATE,
                        18),
                update(17, "head.tree", BYTES, Kind.BROKEN_LINK, 17),
                update(17, "head.size", 19L, Kind.BROKEN_LINK, 17),
                update(17, "head.ledger", "another", Kind.ALTERED_COLUMN, 17),
                update(640, "head.tree", BYTES, Kind.BROKEN_LINK, 640),
                other("block 17 is gone", test -> test.delete(17), Kind.MISSING, 17),
                other("block 340 is gone", test -> test.delete(340), Kind.MISSING, 500),
                other("the last block is gone", test -> test.delete(640), Kind.ROLLED_BACK, 640),
                other("the last two blocks are gone", test -> test.delete(340, 640), Kind.ROLLED_BACK, 340),
                other("block 17 under 5000", test -> test.move(17, 5_000L), Kind.MISSING, 17),
                other("block 17 under a text", test -> test.move(17, "17"), Kind.MISSING, 17),
                other("a block under a text", test -> test.add("x", "e/x"), Kind.DUPLICATE, -1),
                other("a block inside another", test -> test.add(41L, "e/x"), Kind.DUPLICATE, 41),
                other("two swapped facts", MongoAuditTest::swap, Kind.ALTERED_RECORD, 45),
                other("a forged record", test -> test.forge(45), Kind.BROKEN_LINK, 40),
                other("no unique keys", test -> test.blocks.dropIndex("keys_1"), Kind.ALTERED_COLUMN, -1),
                other(
                        "keys that expire",
                        test -> test.blocks.createIndex(
                                Indexes.ascending("n"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)),
                        Kind.ALTERED_COLUMN,
                        -1),
                other("another name of the case", test -> test.ofCase("name"), Kind.BROKEN_LINK, -1),
                other("another origin of the case", test -> test.ofCase("origin"), Kind.BROKEN_LINK, -1),
                other(
                        "no case",
                        test -> test.database.getCollection(MongoLayout.CASE).drop(),
                        Kind.BROKEN_LINK,
                        -1),
                other("checkpoint 1 is gone", test -> test.forget(1), Kind.MISSING, SIZE - 1),
                other(
                        "a checkpoint that is none",
                        test -> test.checkpoints.updateOne(Filters.eq("_id", 1L), Updates.set("note", BYTES)),
                        Kind.BAD_SIGNATURE,
                        39),
                other(
                        "a checkpoint under another size",
                        test -> test.checkpoints.updateOne(Filters.eq("_id", 1L), Updates.set("size", 39L)),
                        Kind.ALTERED_COLUMN,
                        38),
                other(
                        "other tile roots",
                        test -> test.checkpoints.updateOne(
                                Filters.eq("_id", 2L), Updates.set("tiles.0.hashes", new Binary(new byte[2 * 32]))),
                        Kind.BROKEN_LINK,
                        0),
                other(
                        "tile roots under another tile",
                        test -> test.checkpoints.updateOne(Filters.eq("_id", 2L), Updates.set("tiles.0.tile", "1/9")),
                        Kind.ALTERED_COLUMN,
                        -1),
                other("another token", test -> test.ofToken("bytes", BYTES), Kind.BAD_TIMESTAMP, SIZE - 1),
                other("a token of another checkpoint", test -> test.ofToken("checkpoint", 1L), Kind.BAD_TIMESTAMP, 39),
                other("a token of no checkpoint", test -> test.ofToken("checkpoint", 7L), Kind.ALTERED_COLUMN, -1),
                other("a token that is none", test -> test.ofToken("kind", "praise"), Kind.ALTERED_COLUMN, -1),
                other(
                        "a tile root too few",
                        test -> test.checkpoints.updateOne(
                                Filters.eq("_id", 2L), Updates.set("tiles.0.hashes", new Binary(new byte[32]))),
                        Kind.MISSING,
                        256),
                other(
                        "a tile root too many",
                        test -> test.checkpoints.updateOne(
                                Filters.eq("_id", 2L),
                                Updates.push(
                                        "tiles",
                                        new Document("tile", "3/0")
                                                .append("from", 0L)
                                                .append("hashes", new Binary(new byte[32])))),
                        Kind.DUPLICATE,
                        -1));
    }

    private void delete(long... numbers) {
        for (long number : numbers) {
            assertThat(blocks.deleteOne(Filters.eq("_id", number)).getDeletedCount())
                    .isOne();
        }
    }

    private void move(long from, Object to) {
        Document block = block(from);
        delete(from);
        blocks.insertOne(new Document(block).append("_id", to));
    }

    /** A number of 64 bits in the place of the same one of 32. */
    private void widen(long number, String field) {
        Document block = block(number);
        delete(number);
        blocks.insertOne(
                new Document(block).append(field, block.getInteger(field).longValue()));
    }

    private void add(Object number, String key) {
        blocks.insertOne(new Document(block(17)).append("_id", number).append("keys", List.of(key)));
    }

    private Document block(long number) {
        Document block = blocks.find(Filters.eq("_id", number)).first();
        assertThat(block).isNotNull();
        return block;
    }

    private void ofCase(String field) {
        database.getCollection(MongoLayout.CASE).updateOne(Filters.eq("_id", "case"), Updates.set(field, "another"));
    }

    private void ofToken(String field, Object value) {
        assertThat(database.getCollection(MongoLayout.ATTESTATION)
                        .updateOne(Filters.eq("_id", 1L), Updates.set(field, value))
                        .getModifiedCount())
                .isOne();
    }

    private void forget(long checkpoint) {
        assertThat(checkpoints.deleteOne(Filters.eq("_id", checkpoint)).getDeletedCount())
                .isOne();
    }

    private void swap() {
        List<Document> facts = new ArrayList<>(block(40).getList("facts", Document.class));
        Document fifth = facts.set(5, facts.get(9));
        facts.set(9, fifth);
        blocks.updateOne(Filters.eq("_id", 40L), Updates.set("facts", facts));
    }

    /** A record and its leaf hash, changed together. */
    private void forge(int index) {
        Document fact = block(40).getList("facts", Document.class).get(index - 40);
        FactRecord record = RecordCodec.parse(fact.get("record", Binary.class).getData());
        byte[] forged = RecordCodec.format(new FactRecord(
                record.index(),
                record.id(),
                record.at() - 1,
                record.recorded(),
                record.type(),
                record.revision(),
                record.stream(),
                record.sequence(),
                record.payload(),
                record.meta(),
                record.sealed()));
        blocks.updateOne(
                Filters.eq("_id", 40L),
                Updates.combine(
                        Updates.set("facts." + (index - 40) + ".record", new Binary(forged)),
                        Updates.set(
                                "facts." + (index - 40) + ".leaf",
                                new Binary(Hashes.leaf(forged).bytes()))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_found_and_named(Change change) {
        change.change().accept(this);
        AuditReport report = audit();
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings())
                .as(report.findings().toString())
                .anyMatch(finding ->
                        finding.kind() == change.kind() && finding.index().orElse(-1) == change.index());
    }

    @Test
    void the_audit_goes_on_after_the_first_finding() {
        delete(3);
        blocks.updateOne(Filters.eq("_id", 17L), Updates.set("facts.0.payload.bytes", BYTES));
        forge(45);
        assertThat(audit().findings())
                .anyMatch(finding ->
                        finding.kind() == Kind.MISSING && finding.index().orElse(-1) == 3)
                .anyMatch(finding -> finding.kind() == Kind.ALTERED_SECTION
                        && finding.index().orElse(-1) == 17)
                .anyMatch(finding ->
                        finding.kind() == Kind.BROKEN_LINK && finding.index().orElse(-1) == 40);
    }

    @Test
    void without_a_key_nobody_vouches_and_the_end_may_be_cut_off() {
        delete(640);
        forget(2);
        database.getCollection(MongoLayout.ATTESTATION).deleteMany(new Document());
        AuditReport report = audit(AuditKeys.NONE);
        // the erasure, because what said so was cut off
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.UNPROVED_ERASURE);
        assertThat(report.signed().authentic()).isFalse();
        assertThat(report.unseen()).anyMatch(what -> what.startsWith("whether an older copy"));
    }

    @Test
    void what_cannot_be_looked_at_is_neither_intact_nor_altered() {
        database.drop();
        AuditReport empty = audit();
        assertThat(empty.outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        assertThat(empty.reason()).isEqualTo("no ledger in " + address);
        MongoAddress nowhere = MongoAddress.parse("mongodb://127.0.0.1:1/x");
        MongoTimes shortly = new MongoTimes(
                Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(1));
        assertThat(Audit.of(() -> MongoHoldings.open(nowhere, shortly), AuditKeys.NONE)
                        .outcome())
                .isEqualTo(Outcome.COULD_NOT_TELL);
    }

    @Test
    void facts_that_are_added_meanwhile_are_left_for_the_next_audit() {
        try (Ledger ledger = MongoLedger.at(address).open(Sample.wiring());
                MongoHoldings holdings = MongoHoldings.open(address, TIMES)) {
            ledger.append(List.of(Sample.fact("later", null, 0)), null);
            AuditReport report = Audit.of(() -> holdings, AuditKeys.of(keys, List.of()));
            assertThat(report.findings()).isEmpty();
            assertThat(report.head()).isNotNull().matches(head -> head.size() == SIZE);
        }
    }
}
