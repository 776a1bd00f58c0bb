package dalil.ledger.faults.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A bit of each kind of field: the audit's first finding has the field's index, and is of its class. */
class FieldFlipTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 15 : 2;
    private static final long SEED = Long.getLong("dalil.seed", System.nanoTime());

    /** Above, an integer would be moved to where nothing can be looked up in a reasonable time, which is tried elsewhere. */
    private static final int BITS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    @SuppressWarnings("NullAway.Init")
    private static Filled whole;

    private final Path folder;

    FieldFlipTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void fill() throws SQLException {
        System.out.println("seed " + SEED);
        whole = Filled.closed(made, SEED);
        assertThat(whole.audit().outcome()).isEqualTo(Outcome.INTACT);
    }

    @ParameterizedTest
    @FieldSource("dalil.ledger.faults.bits.Field#ALL")
    void a_flipped_bit_is_named_by_index_and_class(Field field) throws Exception {
        Random random = new Random(SEED + field.toString().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Filled copy = whole.copyTo(folder.resolve("round-" + round));
            Flipped flipped = flip(copy, field, random);
            AuditReport report = copy.audit();
            String where = "seed " + SEED + ", " + field + " where " + flipped + ": " + report.findings();
            assertThat(report.outcome()).as(where).isEqualTo(Outcome.ALTERED);
            Finding first = report.findings().get(0);
            if (flipped.index() == null) {
                assertThat(report.findings())
                        .as(where)
                        .anyMatch(finding -> field.kinds().contains(finding.kind()));
            } else {
                assertThat(first.index()).as(where).hasValue(flipped.index());
                assertThat(report.findings())
                        .as(where)
                        .anyMatch(finding -> finding.index().equals(first.index())
                                && field.kinds().contains(finding.kind()));
            }
        }
    }

    private record Flipped(String key, @Nullable Long index, int bit) {}

    /** One bit of one row's field; another one where the table's own constraints refuse it. */
    private static Flipped flip(Filled copy, Field field, Random random) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.file())) {
            for (int attempt = 0; attempt < 50; attempt++) {
                int rows = number(connection, "SELECT count(*) FROM (" + field.rows() + ")");
                try (var statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                field.rows() + " ORDER BY 1 LIMIT 1 OFFSET " + random.nextInt(rows))) {
                    row.next();
                    String key = row.getString(1).contains("=") ? row.getString(1) : "rowid = " + row.getString(1);
                    @Nullable Long index = row.getObject(2) == null ? null : row.getLong(2);
                    Object before = row.getObject(3);
                    int bit = random.nextInt(bits(before));
                    if (set(connection, field, key, flipped(before, bit))) {
                        return new Flipped(key, index, bit);
                    }
                }
            }
        }
        throw new AssertionError("no bit of " + field + " can be flipped");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int bits(Object value) {
        if (value instanceof Number) {
            return BITS;
        }
        byte[] bytes = value instanceof byte[] blob ? blob : ((String) value).getBytes(StandardCharsets.UTF_8);
        return bytes.length * 8;
    }

    private static Object flipped(Object value, int bit) {
        if (value instanceof Number number) {
            return number.longValue() ^ 1L << bit;
        }
        byte[] bytes = value instanceof byte[] blob ? blob.clone() : ((String) value).getBytes(StandardCharsets.UTF_8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return bytes;
    }

    private static boolean set(Connection connection, Field field, String key, Object value) {
        boolean text = value instanceof byte[] && isText(connection, field, key);
        String sql = "UPDATE " + field.table() + " SET " + field.column() + " = " + (text ? "CAST(? AS TEXT)" : "?")
                + " WHERE " + key;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, value);
            return update.executeUpdate() == 1;
        } catch (SQLException refusedByTheTable) {
            return false;
        }
    }

    private static boolean isText(Connection connection, Field field, String key) {
        String sql = "SELECT typeof(" + field.column() + ") FROM " + field.table() + " WHERE " + key;
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getString(1).equals("text");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
