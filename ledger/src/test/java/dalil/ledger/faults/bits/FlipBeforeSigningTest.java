package dalil.ledger.faults.bits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.transparency.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is changed before it is signed: what a checkpoint would cover, so that none appears; or what it does not rest on. */
class FlipBeforeSigningTest {

    private static final int CHANGED = 433;

    private final Path data;
    private final Register register;

    FlipBeforeSigningTest(@TempDir Path folder) {
        this.data = folder.resolve("data");
        this.register = Register.in(folder);
    }

    @BeforeEach
    void fill() {
        register.append(300);
        register.checkpointer.checkpoint();
        register.append(CHANGED - 300);
        register.ledger.append(List.of(Sample.fact("marked", null, 0, "{\"n\":1}", "{\"v\":\"1\"}")), null);
        register.append(66);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private SignedCheckpoint published() {
        return register.checkpointer.published().orElseThrow();
    }

    private void assertNothingIsSigned() {
        SignedCheckpoint before = published();
        register.checkpointer.checkpoint();
        assertThat(published()).isEqualTo(before);
        assertThat(register.keys.lastSigned().orElseThrow().checkpoint()).isEqualTo(before);
        assertThat(register.checkpointer.health().state()).isEqualTo(State.ALTERED);
        assertThat(register.checkpointer.health().why()).startsWith("index " + CHANGED + ": ");
        assertThatThrownBy(() -> register.append(1)).isInstanceOf(LedgerUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE fact SET record = CAST(replace(CAST(record AS TEXT), 'noted', 'nOted') AS BLOB) WHERE idx = 433",
                "UPDATE fact SET leaf = (SELECT leaf FROM fact WHERE idx = 434) WHERE idx = 433",
                "UPDATE fact SET (leaf, record) = (SELECT leaf, record FROM fact WHERE idx = 434) WHERE idx = 433",
                "UPDATE section SET payload = x'7b7d' WHERE idx = 433",
                "UPDATE section SET payload_salt = (SELECT meta_salt FROM section WHERE idx = 433) WHERE idx = 433",
                "UPDATE section SET meta = (SELECT payload FROM section WHERE idx = 433) WHERE idx = 433",
                "UPDATE section SET meta_salt = zeroblob(32) WHERE idx = 433",
                "UPDATE sealed SET bytes = x'7b7d' WHERE idx = 433",
                "UPDATE sealed SET salt = zeroblob(32) WHERE idx = 433",
                "UPDATE sealed SET salt = NULL WHERE idx = 433",
                "DELETE FROM fact WHERE idx = 433",
                "DELETE FROM section WHERE idx = 433",
                "DELETE FROM sealed WHERE idx = 433",
            })
    void a_fact_that_is_not_what_was_appended_is_not_signed(String sql) throws SQLException {
        change(sql);
        assertNothingIsSigned();
    }

    @Test
    void nor_is_one_whose_bits_flipped_below_sqlite() throws IOException {
        Path log = data.resolve("ledger.sqlite-wal");
        String written = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1);
        int flips = 0;
        try (RandomAccessFile raw = new RandomAccessFile(log.toFile(), "rw")) {
            for (int at = written.indexOf("\"id\":\"marked\"");
                    at >= 0;
                    at = written.indexOf("\"id\":\"marked\"", at + 1)) {
                raw.seek(at + 6);
                raw.write("n".getBytes(US_ASCII));
                flips++;
            }
        }
        assertThat(flips).isPositive();
        assertNothingIsSigned();
    }

    @Test
    void a_tile_root_that_was_changed_makes_no_wrong_checkpoint_and_no_wrong_proof_and_the_audit_names_it()
            throws SQLException {
        change("UPDATE node SET hash = (SELECT leaf FROM fact WHERE idx = 7) WHERE level = 1 AND idx = 0");
        register.checkpointer.checkpoint();
        assertThat(published().checkpoint().root())
                .isEqualTo(register.ledger.head().range().root());
        assertThatThrownBy(() -> register.log().proof(7)).isInstanceOf(IntegrityFault.class);
        assertThatThrownBy(() -> register.log().proof(300)).isInstanceOf(IntegrityFault.class);
        assertThat(Audit.of(data).findings())
                .anyMatch(finding ->
                        finding.kind() == Kind.BROKEN_LINK && finding.index().orElse(-1) == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE head SET tree = zeroblob(length(tree))",
                "UPDATE head SET size = size - 1",
                "UPDATE ledger_case SET seal = zeroblob(32)"
            })
    void a_head_or_case_that_was_changed_signs_nothing_wrong_and_the_next_start_refuses(String sql)
            throws SQLException {
        change(sql);
        register.checkpointer.checkpoint();
        assertThat(published().checkpoint().root())
                .isEqualTo(register.ledger.head().range().root());
        register.close();
        assertThatThrownBy(() -> LedgerFolder.open(data, Sample.wiring())).isInstanceOf(IntegrityFault.class);
    }
}
