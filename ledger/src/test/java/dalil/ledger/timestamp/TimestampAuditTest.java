package dalil.ledger.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.MovedClock;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.checkpoint.Register;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes one thing about timestamps in a closed register and wants the audit to name the checkpoint. */
class TimestampAuditTest {

    private final Path folder;

    @SuppressWarnings("NullAway.Init")
    private Anchors anchors;

    TimestampAuditTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Checkpoints 1 to 3 over 0, 10 and 20 facts, each with a token. */
    @BeforeEach
    void make() throws Exception {
        MovedClock clock = new MovedClock(MadeAuthority.NOW);
        try (MadeServer server = new MadeServer();
                Register register = Register.in(folder)) {
            anchors = Anchors.read(List.of(MadeAuthority.pem(folder.resolve("anchor.pem"), server.authority.root)));
            AuthorityRound round = new AuthorityRound(
                    register.ledger, register.checkpointer, server.client(), anchors, Duration.ofHours(1), clock);
            for (int i = 0; i < 3; i++) {
                register.append(i == 0 ? 0 : 10);
                register.checkpointer.checkpoint();
                round.run();
                clock.move(Duration.ofHours(1));
            }
        }
    }

    private AuditReport audit(Anchors trusted) {
        return Audit.of(
                folder.resolve("data"),
                AuditKeys.of(folder.resolve("keys"), List.of()).with(trusted));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.sqlite"));
                var run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    private void assertNamed(Kind kind, String what) {
        AuditReport report = audit(anchors);
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(report.findings().get(0).what()).contains(what);
    }

    @Test
    void good_tokens_say_what_existed_when() {
        AuditReport report = audit(anchors);
        assertThat(report.findings()).isEmpty();
        assertThat(report.attested())
                .containsExactly(
                        "3 timestamps by authorities that the given anchors vouch for; the first 20 facts existed at "
                                + MadeAuthority.NOW);
        assertThat(report.unseen()).anyMatch(what -> what.contains("revoked"));
    }

    @Test
    void without_an_anchor_it_says_that_anybody_may_have_made_them() {
        AuditReport report = audit(Anchors.NONE);
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.attested()).isEmpty();
        assertThat(report.unseen())
                .contains("who made the timestamps (3 timestamps): no trust anchor was given, so anybody may have");
    }

    @Test
    void tokens_that_no_given_anchor_vouches_for_are_named_one_by_one() throws Exception {
        AuditReport report = audit(
                Anchors.read(List.of(MadeAuthority.pem(folder.resolve("other.pem"), MadeAuthority.proper().root))));
        assertThat(report.findings()).hasSize(3).allMatch(finding -> finding.kind() == Kind.BAD_TIMESTAMP);
    }

    @Test
    void a_token_over_another_checkpoint_is_named() throws Exception {
        sql("UPDATE attestation SET bytes = (SELECT bytes FROM attestation WHERE checkpoint = 2) WHERE checkpoint = 3");
        assertNamed(Kind.BAD_TIMESTAMP, "the timestamp of checkpoint 3 by 127.0.0.1:");
    }

    @Test
    void a_damaged_token_is_named() throws Exception {
        sql("UPDATE attestation SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE checkpoint = 2");
        assertNamed(Kind.BAD_TIMESTAMP, "not a timestamp token");
    }

    @Test
    void a_token_for_a_checkpoint_that_is_not_there_is_named() throws Exception {
        sql("UPDATE attestation SET checkpoint = 9 WHERE checkpoint = 2");
        assertNamed(Kind.ALTERED_COLUMN, "the timestamp of checkpoint 9 by 127.0.0.1:");
    }

    @Test
    void a_kind_that_is_none_is_named() throws Exception {
        sql("UPDATE attestation SET kind = 'blessing' WHERE checkpoint = 2");
        assertNamed(Kind.ALTERED_COLUMN, "there is no such kind");
    }

    @Test
    void a_token_that_is_taken_away_is_missed_by_nobody() throws Exception {
        sql("DELETE FROM attestation WHERE checkpoint = 2");
        assertThat(audit(anchors).outcome()).isEqualTo(Outcome.INTACT);
    }
}
