package dalil.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding.Kind;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes one thing about checkpoints in a closed register and wants the audit to name it. */
class CheckpointAuditTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path folder;

    CheckpointAuditTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Register.copy(made.resolve("data"), folder.resolve("data"));
        Register.copy(made.resolve("keys"), folder.resolve("keys"));
    }

    /** Checkpoints over 0, 300, 600 and 900 facts. */
    @BeforeAll
    static void make() {
        try (Register register = Register.in(made)) {
            for (int i = 0; i < 4; i++) {
                register.append(i == 0 ? 0 : 300);
                register.checkpointer.checkpoint();
            }
        }
    }

    private AuditReport audit() {
        return Audit.of(folder.resolve("data"), AuditKeys.of(folder.resolve("keys"), List.of()));
    }

    private void mutate(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("ledger.sqlite"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void assertFound(Kind kind, long index, String what) {
        AuditReport report = audit();
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings())
                .as(report.findings().toString())
                .anyMatch(finding -> finding.kind() == kind
                        && finding.index().orElse(-1) == index
                        && finding.what().contains(what));
    }

    @Test
    void an_untouched_register_is_intact_and_every_checkpoint_was_looked_at() {
        AuditReport report = audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.signed()).isEqualTo(new AuditReport.Signed(4, true));
        assertThat(report.unseen()).isEmpty();
    }

    @Test
    void without_a_key_nobody_vouches_for_the_checkpoints_and_the_report_says_so() {
        AuditReport report = Audit.of(folder.resolve("data"));
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.signed().authentic()).isFalse();
        assertThat(report.unseen()).anyMatch(what -> what.startsWith("who signed the checkpoints"));
        assertThat(report.unseen()).anyMatch(what -> what.startsWith("whether an older copy"));
    }

    @Test
    void a_checkpoint_of_a_forgers_key_is_a_bad_signature() throws SQLException {
        Checkpoint text = new Checkpoint(Sample.CASE.origin(), 600, rootOf("forged"));
        NoteSigner forger = NoteSigner.generate(Sample.CASE.origin(), new SecureRandom());
        mutate(
                "UPDATE checkpoint SET note = ? WHERE number = 3",
                SignedCheckpoint.sign(text, forger).format());
        assertFound(Kind.BAD_SIGNATURE, 599, "checkpoint 3: ");
    }

    private static Hash rootOf(String content) {
        return Hashes.leaf(content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_root_that_the_records_do_not_lead_to_breaks_the_link_even_if_our_key_signed_it() throws SQLException {
        byte[] signed;
        try (Register register = Register.in(folder)) {
            signed = SignedCheckpoint.sign(
                            new Checkpoint(Sample.CASE.origin(), 600, rootOf("forged")), register.keys.signer())
                    .format();
        }
        mutate("UPDATE checkpoint SET note = ? WHERE number = 3", signed);
        assertFound(Kind.BROKEN_LINK, 599, "checkpoint 3 says root ");
    }

    @Test
    void a_checkpoint_that_is_none_is_found() throws SQLException {
        mutate("UPDATE checkpoint SET note = ? WHERE number = 2", new byte[] {1, 2, 3});
        assertFound(Kind.BAD_SIGNATURE, 299, "checkpoint 2: ");
    }

    @Test
    void a_checkpoint_under_another_size_is_found() throws SQLException {
        mutate("UPDATE checkpoint SET size = 299 WHERE number = 2");
        assertFound(Kind.ALTERED_COLUMN, 298, "checkpoint 2 is over 300 facts, and stands under 299");
    }

    @Test
    void a_checkpoint_taken_out_is_missed() throws SQLException {
        mutate("DELETE FROM checkpoint WHERE number = 2");
        assertFound(Kind.MISSING, 599, "the checkpoints 2 to 2");
    }

    @Test
    void the_last_checkpoints_taken_out_are_missed_by_the_key_folder() throws SQLException {
        mutate("DELETE FROM checkpoint WHERE number >= 3");
        assertFound(Kind.MISSING, 899, "the checkpoints 3 to 3");
    }

    @Test
    void checkpoints_numbered_anew_are_found() throws SQLException {
        mutate("DELETE FROM checkpoint WHERE number = 2");
        mutate("UPDATE checkpoint SET number = 2 WHERE number = 3");
        mutate("UPDATE checkpoint SET number = 3 WHERE number = 4");
        mutate("INSERT INTO checkpoint SELECT 4, 450, note FROM checkpoint WHERE number = 2");
        assertThat(audit().outcome()).isEqualTo(Outcome.ALTERED);
    }

    @Test
    void an_altered_or_missing_or_surplus_tile_root_is_found() throws SQLException {
        mutate("UPDATE node SET hash = (SELECT leaf FROM fact WHERE idx = 1) WHERE level = 1 AND idx = 1");
        assertFound(Kind.BROKEN_LINK, 256, "the kept root of tile/0/001");
        mutate("DELETE FROM node WHERE level = 1 AND idx = 1");
        assertFound(Kind.MISSING, 256, "the root of tile/0/001");
        mutate("INSERT INTO node SELECT 7, 7, leaf FROM fact WHERE idx < 1");
        mutate("INSERT INTO node SELECT 6, idx, leaf FROM fact WHERE idx < 2");
        assertThat(audit().findings()).anyMatch(finding -> finding.kind() == Kind.DUPLICATE);
    }

    @Test
    void facts_cut_off_at_the_end_with_all_traces_of_them_are_a_rollback() throws Exception {
        Path older = folder.resolve("older");
        try (Register register = Register.in(older)) {
            register.append(10);
            register.checkpointer.checkpoint();
        }
        Register.copy(older.resolve("data"), folder.resolve("backup"));
        try (Register register = Register.in(older)) {
            register.append(10);
            register.checkpointer.checkpoint();
        }
        AuditReport report = Audit.of(folder.resolve("backup"), AuditKeys.of(older.resolve("keys"), List.of()));
        assertThat(report.findings())
                .anyMatch(finding -> finding.kind() == Kind.ROLLED_BACK
                        && finding.index().orElse(-1) == 10
                        && finding.what().contains("covers 20 facts"));
        assertThat(Audit.of(folder.resolve("backup")).findings()).isEmpty();
    }

    @Test
    void another_checkpoint_of_the_same_size_outside_is_found() throws Exception {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Register.copy(made.resolve("keys"), other.resolve("keys"));
        Files.delete(other.resolve("keys").resolve("last-signed"));
        try (Register register = Register.in(other)) {
            for (int i = 0; i < 4; i++) {
                register.append(i == 0 ? 0 : 300);
                register.checkpointer.checkpoint();
            }
        }
        AuditReport report = Audit.of(folder.resolve("data"), AuditKeys.of(other.resolve("keys"), List.of()));
        assertThat(report.findings())
                .anyMatch(finding -> finding.kind() == Kind.BAD_SIGNATURE
                        && finding.what().contains("checkpoint 4 is not the one kept outside"))
                .anyMatch(finding -> finding.kind() == Kind.BROKEN_LINK
                        && finding.what().contains("the last checkpoint outside says root"));
    }
}
