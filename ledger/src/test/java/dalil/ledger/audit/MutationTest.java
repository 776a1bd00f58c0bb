package dalil.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Filling;
import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes one thing in a closed ledger's file and wants the audit to name it. */
class MutationTest {

    private static final int FACTS = 1_300;
    private static final int ERASED_RIGHTLY = 24;
    private static final long SEED = 5_102_020;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path folder;
    private final Path file;

    MutationTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("ledger.sqlite");
        Files.copy(made.resolve("ledger.sqlite"), file);
    }

    /** Facts 0 to 99 one by one, each with its request; every eighth has a sealed section; then blocks of 100 in one stream each. */
    @BeforeAll
    static void make() throws SQLException {
        try (Ledger ledger = LedgerFolder.create(made, Sample.CASE, Sample.wiring())) {
            Filling filling = new Filling(ledger, SEED).singly(100);
            for (int block = 0; ledger.size() < FACTS - 1; block++) {
                filling.block(block, Math.min(100, (int) (FACTS - 1 - ledger.size())));
            }
            filling.erasureOf(ERASED_RIGHTLY);
        }
        try (Connection connection = connect(made.resolve("ledger.sqlite"))) {
            run(connection, "UPDATE sealed SET salt = NULL, bytes = NULL WHERE idx = " + ERASED_RIGHTLY);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private void mutate(String... statements) throws SQLException {
        try (Connection connection = connect(file)) {
            for (String sql : statements) {
                run(connection, sql);
            }
        }
    }

    private byte[] blob(String query) throws SQLException {
        try (Connection connection = connect(file);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private AuditReport audit() {
        return Audit.of(folder);
    }

    private void assertFound(Kind kind, long index) {
        AuditReport report = audit();
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings())
                .as(report.findings().toString())
                .anyMatch(finding -> finding.kind() == kind && finding.index().orElse(-1) == index);
    }

    private void assertFound(Kind kind) {
        AuditReport report = audit();
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings()).as(report.findings().toString()).anyMatch(finding -> finding.kind() == kind);
    }

    @Test
    void the_ledger_as_it_was_made_is_intact_with_an_erasure_that_a_later_fact_names() {
        AuditReport report = audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.head()).isNotNull().matches(head -> head.size() == FACTS);
    }

    @ParameterizedTest
    @CsvSource({
        "fact, record, 17, ALTERED_RECORD",
        "fact, leaf, 17, ALTERED_RECORD",
        "section, payload, 17, ALTERED_SECTION",
        "section, payload_salt, 17, ALTERED_SECTION",
        "section, meta, 17, ALTERED_SECTION",
        "section, meta_salt, 17, ALTERED_SECTION",
        "sealed, bytes, 16, ALTERED_SECTION",
        "sealed, salt, 16, ALTERED_SECTION",
    })
    void a_flipped_bit_is_named(String table, String column, long index, Kind kind) throws Exception {
        byte[] bytes = blob("SELECT " + column + " FROM " + table + " WHERE idx = " + index);
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("dalil.thorough") ? bytes.length : 8;
        for (int round = 0; round < rounds; round++) {
            int bit = Boolean.getBoolean("dalil.thorough")
                    ? round * 8 + random.nextInt(8)
                    : random.nextInt(bytes.length * 8);
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try (Connection connection = connect(file)) {
                run(connection, "UPDATE " + table + " SET " + column + " = ? WHERE idx = ?", flipped, index);
            }
            AuditReport report = audit();
            assertThat(report.findings())
                    .as("seed " + seed + ", bit " + bit + ": " + report.findings())
                    .anyMatch(
                            finding -> finding.kind() == kind && finding.index().orElse(-1) == index);
        }
        assertThatThrownBy(this::readAll)
                .isInstanceOfSatisfying(
                        IntegrityFault.class, fault -> assertThat(fault.index()).hasValue(index));
    }

    /** As a flipped bit in the row's header does; SQLite itself would not write it. */
    @ParameterizedTest
    @CsvSource({
        "fact, record, idx = 17",
        "fact, leaf, idx = 17",
        "fact, event, idx = 17",
        "section, payload, idx = 17",
        "section, meta_salt, idx = 17",
        "request, digest, first = 17",
        "stream, name, id = 3",
        "milestone, tree, true",
        "head, tree, true",
        "head, ledger, true",
        "ledger_case, name, true",
        "ledger_case, seal, true",
    })
    void a_value_that_became_null_is_found(String table, String column, String where) throws SQLException {
        String sql =
                new String(blob("SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE name = '" + table + "'"), UTF_8);
        define(table, sql.replace("NOT NULL", ""));
        mutate("UPDATE " + table + " SET " + column + " = NULL WHERE " + where);
        define(table, sql);
        AuditReport report = audit();
        assertThat(report.findings()).isNotEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
    }

    private void define(String table, String sql) throws SQLException {
        try (Connection connection = connect(file)) {
            connection.createStatement().execute("PRAGMA writable_schema = ON");
            run(connection, "UPDATE sqlite_schema SET sql = ? WHERE name = ?", sql, table);
        }
    }

    private void readAll() {
        try (Ledger ledger = LedgerFolder.openReadOnly(folder)) {
            ledger.read(0, FACTS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE fact SET event = 'another' WHERE idx = 17                                | ALTERED_COLUMN | 17
            UPDATE fact SET stream = 99999 WHERE idx = 99                                   | ALTERED_COLUMN | 99
            UPDATE fact SET stream = NULL, sequence = NULL WHERE idx = 17                   | ALTERED_COLUMN | 17
            UPDATE fact SET stream = 1, sequence = 77 WHERE idx = 1299                      | ALTERED_COLUMN | 1299
            UPDATE fact SET sequence = 1000 WHERE idx = 17                                  | ALTERED_COLUMN | 17
            UPDATE fact SET highest_at = highest_at + 1 WHERE idx = 17                      | ALTERED_COLUMN | 17
            UPDATE fact SET idx = 5000 WHERE idx = 17                                       | MISSING        | 17
            DELETE FROM fact WHERE idx = 17                                                 | MISSING        | 17
            DELETE FROM fact WHERE idx >= 1290                                              | MISSING        | 1290
            DELETE FROM section WHERE idx = 17                                              | MISSING        | 17
            DELETE FROM sealed WHERE idx = 16                                               | MISSING        | 16
            UPDATE sealed SET salt = NULL, bytes = NULL WHERE idx = 16                      | UNPROVED_ERASURE | 16
            UPDATE sealed SET salt = NULL WHERE idx = 16                                    | MISSING        | 16
            UPDATE sealed SET bytes = NULL WHERE idx = 16                                   | MISSING        | 16
            INSERT INTO sealed (idx) VALUES (17)                                            | ALTERED_SECTION | 17
            INSERT INTO sealed (idx) VALUES (1300)                                          | DUPLICATE      | 1300
            INSERT INTO fact SELECT 1300, 'e', NULL, NULL, highest_at, leaf, record FROM fact WHERE idx = 17 | DUPLICATE | 1300
            INSERT INTO section SELECT -1, payload_salt, payload, meta_salt, meta FROM section WHERE idx = 17 | DUPLICATE | -1
            UPDATE stream SET name = 'casualty/x' WHERE name = 'casualty/3'                 | ALTERED_COLUMN | 3
            UPDATE request SET digest = x'00' WHERE first = 17                              | ALTERED_COLUMN | 17
            UPDATE request SET count = 2 WHERE first = 17                                   | ALTERED_COLUMN | 17
            UPDATE request SET count = 99 WHERE first = 100                                 | ALTERED_COLUMN | 100
            UPDATE request SET first = 18 WHERE first = 17                                  | ALTERED_COLUMN | 17
            UPDATE request SET id = 'another' WHERE first = 17                              | MISSING        | 17
            DELETE FROM request WHERE first = 17                                            | MISSING        | 17
            INSERT INTO request VALUES ('another', x'00', 17, 1)                            | DUPLICATE      | 17
            UPDATE milestone SET tree = x'00' WHERE size = 1024                             | BROKEN_LINK    | 0
            DELETE FROM milestone WHERE size = 1024                                         | MISSING        | 1023
            INSERT INTO milestone VALUES (1025, x'00')                                      | DUPLICATE      | 1024
            """)
    void a_changed_row_is_named(String sql, Kind kind, long index) throws SQLException {
        mutate(sql);
        assertFound(kind, index);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE head SET size = size + 1                                            | BROKEN_LINK
            UPDATE head SET tree = zeroblob(length(tree))                              | BROKEN_LINK
            UPDATE head SET ledger = '0f2a6f0e-7f1c-4c5e-9a57-0d6a3a1f2b11'            | ALTERED_COLUMN
            DELETE FROM head                                                           | BROKEN_LINK
            INSERT INTO stream (name) VALUES ('casualty/unborn')                       | DUPLICATE
            CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM request; END       | ALTERED_COLUMN
            CREATE VIEW v AS SELECT 1                                                  | ALTERED_COLUMN
            ALTER TABLE fact ADD COLUMN more TEXT                                      | ALTERED_COLUMN
            PRAGMA user_version = 4                                                    | ALTERED_COLUMN
            UPDATE ledger_case SET name = 'another'                                    | BROKEN_LINK
            UPDATE ledger_case SET zone = 'UTC'                                        | BROKEN_LINK
            UPDATE ledger_case SET origin = 'another'                                  | BROKEN_LINK
            UPDATE ledger_case SET languages = 'en'                                    | BROKEN_LINK
            UPDATE ledger_case SET secret = zeroblob(32)                               | BROKEN_LINK
            UPDATE ledger_case SET seal = zeroblob(32)                                 | BROKEN_LINK
            DELETE FROM ledger_case                                                    | BROKEN_LINK
            """)
    void a_change_to_the_ledger_as_a_whole_is_found(String sql, Kind kind) throws SQLException {
        mutate(sql);
        assertFound(kind);
    }

    @Test
    void a_flipped_bit_in_the_heads_tree_is_found_and_no_ledger_opens_on_it() throws SQLException {
        byte[] tree = blob("SELECT tree FROM head");
        for (int position = 0; position < tree.length; position += 7) {
            byte[] flipped = tree.clone();
            flipped[position] ^= 1;
            try (Connection connection = connect(file)) {
                run(connection, "UPDATE head SET tree = ?", (Object) flipped);
            }
            assertFound(Kind.BROKEN_LINK);
            assertThatThrownBy(() -> LedgerFolder.open(folder, Sample.wiring())).isInstanceOf(IntegrityFault.class);
        }
    }

    @Test
    void two_swapped_rows_are_both_named() throws SQLException {
        mutate(
                "UPDATE fact SET idx = -1 WHERE idx = 5",
                "UPDATE fact SET idx = 5 WHERE idx = 9",
                "UPDATE fact SET idx = 9 WHERE idx = -1");
        assertFound(Kind.ALTERED_RECORD, 5);
        assertFound(Kind.ALTERED_RECORD, 9);
    }

    @ParameterizedTest
    @ValueSource(longs = {17, 1_100})
    void a_record_that_was_changed_together_with_its_leaf_breaks_the_link(long index) throws SQLException {
        FactRecord record = RecordCodec.parse(blob("SELECT record FROM fact WHERE idx = " + index));
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
        try (Connection connection = connect(file)) {
            run(
                    connection,
                    "UPDATE fact SET record = ?, leaf = ? WHERE idx = ?",
                    forged,
                    Hashes.leaf(forged).bytes(),
                    index);
        }
        assertFound(Kind.BROKEN_LINK, index < 1024 ? 0 : 1024);
    }

    @Test
    void a_head_set_back_is_found_by_what_lies_beyond_it() throws SQLException {
        byte[] tree = blob("SELECT tree FROM milestone WHERE size = 1024");
        try (Connection connection = connect(file)) {
            run(connection, "UPDATE head SET size = 1024, tree = ?", (Object) tree);
        }
        assertFound(Kind.DUPLICATE, 1024);
        assertThatThrownBy(() -> LedgerFolder.open(folder, Sample.wiring())).isInstanceOf(IntegrityFault.class);
    }

    @Test
    void the_audit_goes_on_after_the_first_finding() throws SQLException {
        mutate(
                "DELETE FROM fact WHERE idx = 3",
                "UPDATE section SET payload = x'7b7d' WHERE idx = 200",
                "UPDATE fact SET event = 'e' WHERE idx = 1200");
        assertFound(Kind.MISSING, 3);
        assertFound(Kind.ALTERED_SECTION, 200);
        assertFound(Kind.ALTERED_COLUMN, 1200);
    }

    @Test
    void an_index_far_up_does_not_make_an_audit_without_end() throws SQLException {
        mutate(
                "UPDATE fact SET idx = 9000000000000000000 WHERE idx = 1299",
                "UPDATE head SET size = 9100000000000000000");
        assertFound(Kind.BROKEN_LINK);
    }

    @Test
    void pages_of_garbage_are_damage_and_not_a_crash() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 8; round++) {
            Files.copy(made.resolve("ledger.sqlite"), file, StandardCopyOption.REPLACE_EXISTING);
            byte[] garbage = new byte[4096];
            random.nextBytes(garbage);
            try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
                long page = random.nextInt((int) (raw.length() / 4096));
                raw.seek(page * 4096);
                raw.write(garbage);
                assertThat(audit().outcome())
                        .as("seed " + SEED + ", round " + round + ", page " + page)
                        .isEqualTo(Outcome.ALTERED);
            }
        }
    }

    @Test
    void a_file_cut_short_is_damage() throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(raw.length() / 2);
        }
        assertThat(audit().outcome()).isEqualTo(Outcome.ALTERED);
    }

    @Test
    void what_cannot_be_looked_at_is_neither_intact_nor_altered() throws IOException {
        assertThat(Audit.of(folder.resolve("nowhere")).outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        Files.delete(file);
        assertThat(audit().outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
    }

    @Test
    void a_file_locked_by_another_program_cannot_be_told() throws SQLException {
        try (Connection connection = connect(file)) {
            connection.createStatement().execute("PRAGMA locking_mode = EXCLUSIVE");
            run(connection, "UPDATE head SET size = size");
            assertThat(audit().outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        }
    }
}
