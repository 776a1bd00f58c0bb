package dalil.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.outside.KeptCheckpoint;
import dalil.ledger.checkpoint.Register;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit says of cosignatures under a policy, and of checkpoints that somebody kept. */
class WitnessAuditTest {

    private static final List<SignedCheckpoint> signed = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    @SuppressWarnings("NullAway.Init")
    private static VerifierKey witness;

    @SuppressWarnings("NullAway.Init")
    private static NoteSigner signer;

    private final Path folder;

    WitnessAuditTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Register.copy(made.resolve("data"), folder.resolve("data"));
        Register.copy(made.resolve("keys"), folder.resolve("keys"));
    }

    /** Checkpoints 1 to 3 over 0, 10 and 20 facts, each cosigned by w. */
    @BeforeAll
    static void make() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                Register register = Register.in(made)) {
            signer = register.keys.signer();
            witness = server.witness.key();
            server.witness.trust(register.keys.verifierKey());
            Cosignatures cosignatures = new Cosignatures(
                    register.ledger,
                    register.checkpointer,
                    List.of(server.client().key()));
            WitnessRound round = new WitnessRound(
                    register.ledger, register.checkpointer, server.client(), cosignatures, Clock.systemUTC());
            for (int i = 0; i < 3; i++) {
                register.append(i == 0 ? 0 : 10);
                register.checkpointer.checkpoint();
                round.run();
                signed.add(register.checkpointer.published().orElseThrow());
            }
        }
    }

    private AuditKeys keys() {
        return AuditKeys.of(folder.resolve("keys"), List.of());
    }

    private AuditReport audit(AuditKeys keys) {
        return Audit.of(folder.resolve("data"), keys);
    }

    private static Policy policy(String text) {
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private Policy wanted() {
        return policy("witness w " + witness + "\nquorum w\n");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.sqlite"));
                var run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    @Test
    void a_quorum_that_is_reached_is_attested() {
        AuditReport report = audit(keys().with(wanted()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.attested())
                .containsExactly(
                        "3 cosignatures by witnesses of the policy",
                        "the newest checkpoint, of 20 facts, is cosigned by w; the policy's quorum w is reached");
    }

    @Test
    void a_quorum_that_is_not_reached_names_who_is_missing_and_could_not_tell() {
        VerifierKey other = Cosigner.ofSeed("v.example", new byte[32]).verifierKey();
        String both = "witness w " + witness + "\nwitness v " + other + "\n";
        AuditReport report = audit(keys().with(policy(both + "group g all v w\nquorum g\n")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        assertThat(report.reason())
                .isEqualTo("the policy's quorum g is not reached: the newest checkpoint, of 20 facts, is cosigned by w,"
                        + " not by v");
        AuditReport any = audit(keys().with(policy(both + "group g any v w\nquorum g\n")));
        assertThat(any.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(any.attested()).last().asString().contains("cosigned by w, not by v; the policy's quorum g");
    }

    @Test
    void only_the_newest_checkpoint_counts_and_only_a_log_that_the_policy_names() throws SQLException {
        String own = "log " + keys().vkeys().get(0) + "\n";
        AuditKeys pinned = AuditKeys.of(List.of()).with(policy(own + "witness w " + witness + "\nquorum w\n"));
        assertThat(audit(pinned).outcome())
                .as("a policy's log is a key to go by")
                .isEqualTo(Outcome.INTACT);
        assertThat(audit(pinned).signed().authentic()).isTrue();
        String another =
                "log " + NoteSigner.ofSeed("other.example", new byte[32]).verifierKey() + "\n";
        AuditReport elsewhere = audit(keys().with(policy(another + "quorum none\n")));
        assertThat(elsewhere.reason()).contains("the policy does not accept the newest checkpoint");
        sql("DELETE FROM attestation WHERE checkpoint = 3");
        AuditReport older = audit(keys().with(wanted()));
        assertThat(older.findings()).isEmpty();
        assertThat(older.outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        assertThat(older.reason()).endsWith("is cosigned by nobody, not by w");
    }

    @Test
    void without_a_policy_it_says_that_nobody_known_made_them() {
        AuditReport report = audit(keys());
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.unseen()).containsExactly("who made 3 cosignatures: no policy was given");
        AuditReport unnamed = audit(keys().with(policy("quorum none\n")));
        assertThat(unnamed.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(unnamed.unseen()).containsExactly("who made 3 cosignatures: the policy names no such witness");
    }

    private void assertNamed(String what) {
        AuditReport report = audit(keys().with(wanted()));
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.BAD_COSIGNATURE);
        assertThat(report.findings().get(0).what())
                .startsWith("the cosignature of checkpoint 2 by w.example+")
                .contains(what);
        assertThat(report.findings().get(0).index()).hasValue(9);
    }

    @Test
    void one_over_another_checkpoint_is_found() throws SQLException {
        sql("UPDATE attestation SET bytes = (SELECT bytes FROM attestation WHERE checkpoint = 3) WHERE checkpoint = 2");
        assertNamed("does not verify");
    }

    @Test
    void one_over_another_root_of_the_same_size_is_found() throws SQLException {
        byte[] seed = new byte[32];
        seed[0] = (byte) "w".hashCode();
        Checkpoint forked = new Checkpoint(signed.get(1).checkpoint().origin(), 10, Hashes.empty());
        String line =
                Cosigner.ofSeed("w.example", seed).cosign(forked.format(), 7).format();
        sql("UPDATE attestation SET bytes = CAST('" + line + "' AS BLOB) WHERE checkpoint = 2");
        assertNamed("does not verify");
    }

    @Test
    void one_that_is_none_or_under_another_name_is_found() throws SQLException {
        sql("UPDATE attestation SET bytes = x'00' WHERE checkpoint = 2");
        assertNamed("not a signature line");
        sql("UPDATE attestation SET bytes = (SELECT note FROM checkpoint WHERE number = 2) WHERE checkpoint = 2");
        AuditReport report = audit(keys());
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.BAD_COSIGNATURE);
        String plain = signed.get(1).note().signatures().get(0).format();
        sql("UPDATE attestation SET bytes = CAST('" + plain + "' AS BLOB) WHERE checkpoint = 2");
        assertNamed("the line is by ");
    }

    private AuditReport against(String name, byte[] bytes) {
        return audit(keys().with(List.of(KeptCheckpoint.parse(name, bytes))));
    }

    @Test
    void a_kept_checkpoint_or_proof_of_this_log_is_its_beginning() throws Exception {
        byte[] proof;
        try (Register register = Register.in(folder)) {
            proof = register.log().proof(3).orElseThrow().format();
        }
        for (byte[] kept : List.of(
                signed.get(0).format(), signed.get(1).format(), signed.get(2).format(), proof)) {
            AuditReport report = against("kept", kept);
            assertThat(report.findings()).isEmpty();
            assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
            assertThat(report.attested()).singleElement().asString().endsWith("facts are those of kept");
        }
    }

    private SignedCheckpoint story(long size) {
        return SignedCheckpoint.sign(
                new Checkpoint(signed.get(1).checkpoint().origin(), size, Hashes.leaf(new byte[0])), signer);
    }

    /** F11: somebody was shown another tree of the same size. */
    @Test
    void a_fork_of_one_size_is_reported_with_both_notes() {
        SignedCheckpoint other = story(20);
        AuditReport report = against("shown to B", other.format());
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        Finding found = report.findings().get(0);
        assertThat(report.findings()).hasSize(1);
        assertThat(found.kind()).isEqualTo(Kind.FORK);
        assertThat(found.what())
                .startsWith("two trees of 20 leaves, roots ")
                .contains(new String(other.format(), StandardCharsets.UTF_8).strip())
                .contains(new String(signed.get(2).format(), StandardCharsets.UTF_8).strip());
        List<KeptCheckpoint> both = List.of(
                KeptCheckpoint.parse("A", signed.get(2).format()),
                KeptCheckpoint.parse("B", other.format()),
                KeptCheckpoint.parse("C", signed.get(1).format()));
        assertThat(KeptCheckpoint.forks(both, keys().vkeys()))
                .as("without the register")
                .singleElement()
                .asString()
                .startsWith("A and B: two trees of 20 leaves");
        AuditReport offline =
                AuditReport.couldNotTell("no such folder").forked(KeptCheckpoint.forks(both, keys().vkeys()));
        assertThat(offline.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(KeptCheckpoint.forks(both, List.of())).as("nobody vouches").isEmpty();
    }

    @Test
    void a_fork_between_two_sizes_is_reported_with_the_next_checkpoint() {
        AuditReport report = against("shown to B", story(13).format());
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.FORK);
        assertThat(report.findings().get(0).what())
                .contains("which no proof joins with it")
                .contains(new String(signed.get(2).format(), StandardCharsets.UTF_8).strip());
    }

    @Test
    void one_beyond_the_end_was_rolled_back_and_one_of_nobody_proves_nothing() {
        assertThat(against("kept", story(21).format()).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.ROLLED_BACK);
        NoteSigner stranger = NoteSigner.ofSeed(signed.get(0).checkpoint().origin(), new byte[32]);
        SignedCheckpoint forged = SignedCheckpoint.sign(
                new Checkpoint(signed.get(0).checkpoint().origin(), 20, Hashes.empty()), stranger);
        AuditReport report = against("forged", forged.format());
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        assertThat(report.reason()).startsWith("forged proves nothing: ");
    }

    @Test
    void records_that_were_changed_are_no_fork_of_what_was_signed() throws SQLException {
        sql(
                "UPDATE fact SET record = CAST(replace(record, '\"index\":\"4\"', '\"index\":\"5\"') AS BLOB) WHERE idx = 4");
        AuditReport report = against("kept", signed.get(2).format());
        assertThat(report.findings()).extracting(Finding::kind).doesNotContain(Kind.FORK);
        assertThat(report.findings())
                .anyMatch(found ->
                        found.kind() == Kind.BROKEN_LINK && found.what().startsWith("kept is signed for root "));
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
    }
}
