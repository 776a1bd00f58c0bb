package dalil.ledger.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.sqlite.SqliteHoldings;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.copy.Copy.Copied;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.key.QuickPassphrase;
import dalil.ledger.mongo.FakeMongo;
import dalil.ledger.mongo.MongoAddress;
import dalil.ledger.mongo.MongoLedger;
import dalil.ledger.mongo.MongoTarget;
import dalil.ledger.mongo.MongoTimes;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.ledger.store.SealedCase;
import dalil.ledger.timestamp.Stamped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {

    private static final Passphrase PASSPHRASE = QuickPassphrase.FOR_TESTS;
    private static final LongConsumer QUIETLY = facts -> {};
    private static final int SIZE = 1_302;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path folder;
    private final MongoAddress database = FakeMongo.database();

    CopyTest(@TempDir Path folder) {
        this.folder = folder.resolve("copy");
    }

    /** Sections of every kind, requests over one and over many facts, an erasure and its fact, streams, three checkpoints, a timestamp. */
    @BeforeAll
    static void make() throws Exception {
        EventIds ids = new EventIds(Clock.systemUTC(), new SplittableRandom(1));
        Path keys = made.resolve("keys");
        KeyFolder.make(keys, Sample.CASE.origin(), PASSPHRASE, new SecureRandom());
        try (Ledger ledger = LedgerFolder.create(ledger(made), Sample.CASE, Sample.wiring());
                KeyFolder key = KeyFolder.open(keys, Sample.CASE.origin(), PASSPHRASE)) {
            Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
            checkpointer.checkpoint();
            for (int i = 0; i < 101; i++) {
                String sealed = i % 8 == 0 ? "{\"v\":\"" + i + "\"}" : null;
                NewFact fact = Sample.fact(ids.next().toString(), "casualty/" + i % 7, i / 7, "{\"n\":1}", sealed);
                ledger.append(List.of(fact), new RequestInProgress(new UUID(1, i), new byte[] {(byte) i}));
            }
            checkpointer.checkpoint();
            for (int block = 0; block < 3; block++) {
                List<NewFact> facts = new ArrayList<>();
                for (int i = 0; i < 400; i++) {
                    facts.add(Sample.fact(
                            ids.next().toString(), block == 1 ? null : "figure/" + block, block == 1 ? 0 : i));
                }
                ledger.append(facts, new RequestInProgress(new UUID(2, block), new byte[] {1}));
            }
            NewFact erasure = Sample.fact(ids.next().toString(), null, 0);
            ledger.append(
                    List.of(new NewFact(
                            erasure.id(),
                            erasure.at(),
                            "test.erased",
                            "1",
                            null,
                            0,
                            "{\"indexes\":[24]}".getBytes(StandardCharsets.UTF_8),
                            null,
                            erasure.meta())),
                    null);
            checkpointer.checkpoint();
            Stamped.stamp(ledger, checkpointer);
        }
        sql(made, "UPDATE sealed SET salt = NULL, bytes = NULL WHERE idx = 24");
    }

    private static Path ledger(Path folder) {
        return folder.resolve("ledger");
    }

    private static void sql(Path folder, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + ledger(folder).resolve("ledger.sqlite"));
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    private static Supplier<Holdings> in(Path folder) {
        return () -> SqliteHoldings.in(ledger(folder));
    }

    private static Supplier<Holdings> in(MongoAddress address) {
        return () -> MongoHoldings.open(address, MongoTimes.USUAL);
    }

    private static Function<SealedCase, CopyTarget> to(Path folder) {
        return made -> new FolderTarget(ledger(folder), made);
    }

    private static Function<SealedCase, CopyTarget> to(MongoAddress address) {
        return made -> new MongoTarget(address, MongoTimes.USUAL, made);
    }

    /** Every row of every table. */
    private static Map<String, List<String>> rows(Path folder) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + ledger(folder).resolve("ledger.sqlite"))) {
            for (String table : List.of(
                    "ledger_case",
                    "head",
                    "stream",
                    "fact",
                    "section",
                    "sealed",
                    "request",
                    "milestone",
                    "checkpoint",
                    "node",
                    "attestation")) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append('|').append(shown(row.getObject(i)));
                        }
                        rows.add(text.toString());
                    }
                }
                assertThat(rows).as(table).isNotEmpty();
                tables.put(table, rows);
            }
        }
        return tables;
    }

    private static String shown(@Nullable Object value) {
        return value != null && value.getClass() == byte[].class
                ? HexFormat.of().formatHex((byte[]) value)
                : String.valueOf(value);
    }

    @Test
    void a_ledger_moved_to_mongodb_and_back_is_the_same_in_every_row() throws Exception {
        List<Long> progress = new ArrayList<>();
        Copied there = new Copy(in(made), to(database), progress::add).run();
        assertThat(there.tree().size()).isEqualTo(SIZE);
        assertThat(there.requests()).isEqualTo(104);
        assertThat(there.checkpoints()).isEqualTo(3);
        assertThat(progress).hasSize(14).endsWith((long) SIZE);
        AuditReport report = Audit.of(in(database), AuditKeys.of(made.resolve("keys"), List.of()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.signed().authentic()).isTrue();

        Copied back = new Copy(in(database), to(folder), QUIETLY).run();
        assertThat(back).isEqualTo(there);
        assertThat(rows(folder)).isEqualTo(rows(made));
    }

    @Test
    void what_was_moved_goes_on_with_its_key_and_answers_old_requests() {
        new Copy(in(made), to(database), QUIETLY).run();
        Path keys = folder.resolve("keys");
        KeyFolder.make(keys, Sample.CASE.origin(), PASSPHRASE, new SecureRandom());
        try (Ledger before = LedgerFolder.openReadOnly(ledger(made));
                Ledger ledger = MongoLedger.at(database).open(Sample.wiring());
                KeyFolder key = KeyFolder.open(keys, Sample.CASE.origin(), PASSPHRASE)) {
            assertThat(ledger.head()).isEqualTo(before.head());
            assertThat(ledger.digest(new byte[] {1})).isEqualTo(before.digest(new byte[] {1}));
            assertThat(ledger.request(new UUID(2, 1))).isEqualTo(before.request(new UUID(2, 1)));
            assertThat(ledger.lastSequence("figure/2")).hasValue(399);
            Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
            ledger.append(List.of(Sample.fact("new", "figure/2", 400)), null);
            checkpointer.checkpoint();
            assertThat(checkpointer.health().why()).isNull();
            assertThat(ledger.checkpoints().last().orElseThrow().number()).isEqualTo(4);
        }
    }

    @Test
    void an_empty_ledger_is_copied_too() {
        LedgerFolder.create(ledger(folder), Sample.CASE, Sample.wiring()).close();
        assertThat(new Copy(in(folder), to(database), QUIETLY).run().tree().size())
                .isZero();
        try (Ledger ledger = MongoLedger.at(database).open(Sample.wiring())) {
            assertThat(ledger.ledgerCase()).isEqualTo(Sample.CASE);
        }
    }

    @Test
    void a_target_that_is_not_empty_is_refused_and_left_alone() {
        LedgerFolder.create(ledger(folder), Sample.CASE, Sample.wiring()).close();
        MongoLedger.at(database).create(Sample.CASE, Sample.wiring()).close();
        assertThatThrownBy(() -> new Copy(in(made), to(folder), QUIETLY).run()).isInstanceOf(LedgerAlreadyHere.class);
        assertThatThrownBy(() -> new Copy(in(made), to(database), QUIETLY).run())
                .isInstanceOf(LedgerAlreadyHere.class);
        try (Ledger one = LedgerFolder.open(ledger(folder), Sample.wiring());
                Ledger two = MongoLedger.at(database).open(Sample.wiring())) {
            assertThat(one.size() + two.size()).isZero();
        }
    }

    @Test
    void an_interrupted_copy_leaves_nothing_that_opens() {
        LongConsumer interruption = facts -> {
            if (facts >= 1_000) {
                throw new IllegalStateException("interrupted");
            }
        };
        assertThatThrownBy(() -> new Copy(in(made), to(folder), interruption).run())
                .hasMessage("interrupted");
        assertThatThrownBy(() -> LedgerFolder.open(ledger(folder), Sample.wiring()))
                .isInstanceOf(NoLedgerHere.class);
        assertThatThrownBy(() -> new Copy(in(made), to(database), interruption).run())
                .hasMessage("interrupted");
        assertThatThrownBy(() -> MongoLedger.at(database).open(Sample.wiring())).isInstanceOf(NoLedgerHere.class);
        assertThatThrownBy(() -> MongoLedger.at(database).create(Sample.CASE, Sample.wiring()))
                .isInstanceOf(LedgerAlreadyHere.class)
                .hasMessageContaining("a copy that was not finished");

        assertThat(new Copy(in(made), to(folder), QUIETLY).run().tree().size()).isEqualTo(SIZE);
    }

    @Test
    void an_altered_source_is_not_copied() throws Exception {
        new Copy(in(made), to(folder), QUIETLY).run();
        sql(folder, "UPDATE request SET count = 2 WHERE first = 17");
        assertThatThrownBy(() -> new Copy(in(folder), to(database), QUIETLY).run())
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("the source is not intact: 1 findings, the first is ALTERED_COLUMN at 17");
        assertThat(Audit.of(in(database), AuditKeys.NONE).outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
    }

    @Test
    void what_is_appended_to_the_source_meanwhile_ends_the_copy() {
        new Copy(in(made), to(folder), QUIETLY).run();
        LongConsumer append = facts -> {
            if (facts == 100) {
                try (Ledger ledger = LedgerFolder.open(ledger(folder), Sample.wiring())) {
                    ledger.append(List.of(Sample.fact("meanwhile", null, 0)), null);
                }
            }
        };
        assertThatThrownBy(() -> new Copy(in(folder), to(database), append).run())
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("appended to the source meanwhile");
        assertThatThrownBy(() -> MongoLedger.at(database).open(Sample.wiring())).isInstanceOf(NoLedgerHere.class);
    }
}
