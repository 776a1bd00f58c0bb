package dalil.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.MovedClock;
import dalil.ledger.Sample;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a witness is asked, what is kept and shown of its answer, and what its first answer can stop. */
class WitnessRoundTest {

    /** One key for all, since it takes long to make one. */
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path folder;
    private final MovedClock clock = new MovedClock(Instant.ofEpochSecond(WitnessOverHttp.NOW));

    WitnessRoundTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Register.copy(made, folder.resolve("keys"));
    }

    @BeforeAll
    static void makeKey() {
        KeyFolder.make(made, Sample.CASE.origin(), Register.PASSPHRASE, new SecureRandom());
    }

    /** One register with one witness's round. */
    private final class Asked implements AutoCloseable {

        final Register register;
        final Cosignatures cosignatures;
        final WitnessRound round;

        Asked(Path where, WitnessOverHttp server) {
            register = Register.in(where);
            server.witness.trust(register.keys.verifierKey());
            WitnessServer client = server.client(Duration.ofSeconds(2));
            cosignatures = new Cosignatures(register.ledger, register.checkpointer, List.of(client.key()));
            round = new WitnessRound(register.ledger, register.checkpointer, client, cosignatures, clock);
        }

        NumberedCheckpoint sign(int facts) {
            register.append(facts);
            register.checkpointer.checkpoint();
            return register.checkpointer.last().orElseThrow();
        }

        List<Attestation> kept(long number) {
            return register.ledger.attestations().of(Kind.COSIGNATURE, number);
        }

        SignedCheckpoint shown() {
            return cosignatures.published().orElseThrow();
        }

        String why() {
            return String.valueOf(round.health().why());
        }

        void assertReadOnly(Reason reason, State state) {
            assertThat(register.checkpointer.health().state()).isEqualTo(state);
            assertThat(register.checkpointer.health().why()).contains("the witness w ");
            assertThat(register.checkpointer.published()).isEmpty();
            assertThatThrownBy(() -> register.append(1))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
            long checkpoints =
                    register.ledger.checkpoints().last().orElseThrow().number();
            register.checkpointer.checkpoint();
            assertThat(register.ledger.checkpoints().last().orElseThrow().number())
                    .as("nothing is signed")
                    .isEqualTo(checkpoints);
        }

        @Override
        public void close() {
            register.close();
        }
    }

    private void sql(Path where, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + where.resolve("data/ledger.sqlite"));
                var run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    @Test
    void each_checkpoint_is_cosigned_once_and_shown_with_it_and_so_are_receipts() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                Asked asked = new Asked(folder, server)) {
            asked.round.run();
            assertThat(server.asked()).as("nothing is published").isEmpty();
            NumberedCheckpoint first = asked.sign(300);
            assertThat(asked.shown().format()).as("not cosigned yet").isEqualTo(first.note());
            asked.round.run();
            asked.round.run();
            assertThat(server.asked()).hasSize(1);
            NumberedCheckpoint second = asked.sign(400);
            asked.round.run();
            assertThat(server.asked()).hasSize(2).last().asString().contains("old 300\n");
            assertThat(server.witness.seen(second.checkpoint().checkpoint().origin()))
                    .isEqualTo(700);

            Attestation kept = asked.kept(second.number()).get(0);
            assertThat(kept.by()).isEqualTo(WitnessServer.maker(server.witness.key()));
            String line = new String(kept.bytes(), StandardCharsets.UTF_8);
            assertThat(new String(asked.shown().format(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(second.note(), StandardCharsets.UTF_8) + line + "\n");
            assertThat(asked.register.checkpointer.last().orElseThrow().note())
                    .as("what was signed keeps its bytes")
                    .isEqualTo(asked.register
                            .keys
                            .lastSigned()
                            .orElseThrow()
                            .checkpoint()
                            .format());

            PublishedLog log = new PublishedLog(asked.register.ledger, asked.cosignatures::published);
            VerifierKey own = asked.register.keys.verifierKey();
            Policy policy = Policy.parse(
                    ("log " + own + "\n" + new String(server.policy().format(), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));
            PublishedLog.Receipt receipt = log.receipt(433).orElseThrow();
            assertThat(receipt.proof().verify(receipt.leaf(), policy).index()).isEqualTo(433);
            assertThat(asked.round.health().ok()).isTrue();
            assertThat(asked.round.health().checkpoint()).hasValue(second.number());
            assertThat(asked.round.health().at()).isEqualTo(Instant.ofEpochSecond(WitnessOverHttp.NOW));
        }
    }

    @Test
    void a_restart_keeps_cosignatures_asks_again_and_goes_on_from_there() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            byte[] shown;
            try (Asked asked = new Asked(folder, server)) {
                asked.sign(20);
                asked.round.run();
                shown = asked.shown().format();
            }
            try (Asked asked = new Asked(folder, server)) {
                assertThat(asked.shown().format()).isEqualTo(shown);
                assertThat(asked.round.health().answered()).isFalse();
                asked.round.run();
                asked.round.run();
                assertThat(server.asked())
                        .as("the question of the start, once")
                        .hasSize(2)
                        .last()
                        .asString()
                        .contains("old 20\n\n");
                assertThat(asked.round.health().answered()).isTrue();
                asked.sign(7);
                asked.round.run();
                assertThat(server.asked())
                        .last()
                        .asString()
                        .contains("old 20\n")
                        .doesNotContain("old 20\n\n");
                assertThat(asked.round.health().ok()).isTrue();
            }
        }
    }

    @Test
    void a_size_that_is_not_known_here_is_taken_from_the_witness() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            try (Asked asked = new Asked(folder, server)) {
                asked.sign(20);
                asked.round.run();
            }
            sql(folder, "DELETE FROM attestation");
            try (Asked asked = new Asked(folder, server)) {
                NumberedCheckpoint next = asked.sign(30);
                asked.round.run();
                assertThat(server.asked()).hasSize(3);
                assertThat(server.asked().get(1)).contains("old 0\n\n");
                assertThat(server.asked().get(2)).contains("old 20\n");
                assertThat(asked.kept(next.number())).hasSize(1);
                server.witness.forget();
                NumberedCheckpoint last = asked.sign(1);
                asked.round.run();
                assertThat(asked.kept(last.number()))
                        .as("a witness that lost its memory")
                        .hasSize(1);
                assertThat(asked.round.health().ok()).isTrue();
            }
        }
    }

    @Test
    void what_does_not_hold_is_not_kept_and_is_tried_again_ever_later_and_nothing_waits_for_it() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                Asked asked = new Asked(folder, server)) {
            NumberedCheckpoint signed = asked.sign(3);
            String text = signed.checkpoint().note().text();
            Cosigner stranger = Cosigner.ofSeed("w.example", new byte[32]);
            server.says(200, "text/plain", stranger.cosign(text, 1).format() + "\n");
            asked.round.run();
            assertThat(asked.why()).isEqualTo("no signature by a known key");
            assertThat(asked.kept(signed.number())).isEmpty();
            asked.round.run();
            assertThat(server.asked()).as("not before it is time").hasSize(1);
            server.says(404, "text/plain", "");
            clock.move(Duration.ofSeconds(10));
            asked.round.run();
            assertThat(asked.why()).isEqualTo("it does not know this log's origin: status 404");
            assertThat(asked.round.health().failures()).isEqualTo(2);
            assertThat(asked.sign(1).number()).as("signing goes on").isEqualTo(signed.number() + 1);
            clock.move(Duration.ofSeconds(19));
            asked.round.run();
            assertThat(server.asked()).as("the second wait is twenty seconds").hasSize(2);
            server.lies(null);
            clock.move(Duration.ofSeconds(1));
            asked.round.run();
            assertThat(asked.round.health().ok()).isTrue();
            assertThat(asked.kept(signed.number() + 1)).hasSize(1);
        }
    }

    @Test
    void one_that_says_another_size_each_time_is_asked_twice_and_no_more() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                Asked asked = new Asked(folder, server)) {
            asked.sign(20);
            server.lies(exchange -> WitnessOverHttp.send(
                    exchange, 409, "text/x.tlog.size", (5 + server.asked().size()) + "\n"));
            asked.round.run();
            assertThat(server.asked()).hasSize(2);
            assertThat(asked.why()).isEqualTo("it changed its mind about the size it has: now 7");
            assertThat(asked.register.checkpointer.health().ok()).isTrue();
        }
    }

    @Test
    void an_altered_cosignature_is_not_shown() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            NumberedCheckpoint signed;
            try (Asked asked = new Asked(folder, server)) {
                signed = asked.sign(20);
                asked.round.run();
            }
            sql(folder, "UPDATE attestation SET bytes = CAST(replace(bytes, '— w.example ', '— w.exampl ') AS BLOB)");
            try (Asked asked = new Asked(folder, server)) {
                assertThat(asked.shown().format()).isEqualTo(signed.note());
            }
        }
    }

    /** An older copy, key folder and all: nothing on this machine knows of the newer facts, and the witness does. */
    @Test
    void a_witness_that_saw_more_stops_an_older_copy_before_anything_is_appended() throws Exception {
        Path older = folder.resolve("older");
        Path newer = folder;
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            try (Asked asked = new Asked(newer, server)) {
                asked.sign(10);
                asked.round.run();
            }
            copy(newer, older);
            try (Asked asked = new Asked(newer, server)) {
                asked.sign(10);
                asked.round.run();
            }
            try (Asked asked = new Asked(older, server)) {
                assertThat(asked.register.checkpointer.health().ok())
                        .as("as far as it knows itself")
                        .isTrue();
                asked.round.run();
                asked.assertReadOnly(Reason.BEHIND_CHECKPOINT, State.BEHIND);
                assertThat(asked.why()).isEqualTo("saw a checkpoint of 20 facts, the published one covers 10");
            }
            try (Asked asked = new Asked(newer, server)) {
                asked.round.run();
                assertThat(asked.register.checkpointer.health().ok()).isTrue();
            }
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        for (String part : List.of("data", "keys")) {
            Register.copy(from.resolve(part), to.resolve(part));
        }
    }

    /** F11: two registers with one key, grown apart to one size. */
    @Test
    void the_second_of_two_forks_is_refused_and_stops() throws Exception {
        Path one = folder;
        Path other = folder.resolve("other");
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            try (Asked asked = new Asked(one, server)) {
                asked.sign(10);
                asked.round.run();
            }
            copy(one, other);
            try (Asked asked = new Asked(one, server)) {
                asked.sign(10);
                asked.round.run();
                assertThat(asked.round.health().ok()).isTrue();
            }
            try (Asked asked = new Asked(other, server)) {
                NumberedCheckpoint second = asked.sign(10);
                asked.round.run();
                assertThat(server.asked()).last().asString().contains("old 20\n\n");
                assertThat(asked.why()).contains("saw another tree");
                assertThat(asked.kept(second.number())).isEmpty();
                asked.assertReadOnly(Reason.CONTRADICTS_CHECKPOINT, State.CONTRADICTED);
            }
        }
    }

    @Test
    void once_it_cosigned_its_word_is_an_alarm_and_stops_nothing() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                Asked asked = new Asked(folder, server)) {
            asked.sign(10);
            asked.round.run();
            assertThat(asked.round.health().answered()).isTrue();
            server.says(409, "text/x.tlog.size", "9000\n");
            asked.sign(10);
            asked.round.run();
            assertThat(asked.why()).isEqualTo("saw a checkpoint of 9000 facts, the published one covers 20");
            server.says(422, "text/plain", "");
            clock.move(Duration.ofMinutes(10));
            asked.round.run();
            assertThat(asked.why()).startsWith("saw another tree");
            assertThat(asked.register.checkpointer.health().ok()).isTrue();
            asked.sign(1);
        }
    }

    @Test
    void a_start_asks_all_at_once_and_does_not_wait_long_for_who_says_nothing() throws Exception {
        try (WitnessOverHttp silent = new WitnessOverHttp("silent");
                WitnessOverHttp well = new WitnessOverHttp("well");
                Register register = Register.in(folder)) {
            well.witness.trust(register.keys.verifierKey());
            register.append(5);
            register.checkpointer.checkpoint();
            silent.lies(exchange -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            long before = System.nanoTime();
            try (Witnessing witnessing = new Witnessing(
                    register.ledger,
                    register.checkpointer,
                    List.of(silent.client(Duration.ofSeconds(1)), well.client()),
                    clock,
                    Duration.ofMillis(300))) {
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (System.nanoTime() < end
                        && (witnessing.health().get(0).ok()
                                || !witnessing.health().get(1).answered())) {
                    Thread.sleep(20);
                }
                WitnessHealth gone = witnessing.health().get(0);
                assertThat(gone.witness()).isEqualTo("silent");
                assertThat(gone.why()).isEqualTo("no whole answer within 1000 ms");
                assertThat(gone.answered()).isFalse();
                assertThat(witnessing.health().get(1).ok()).isTrue();
                assertThat(witnessing
                                .cosignatures()
                                .published()
                                .orElseThrow()
                                .note()
                                .signatures())
                        .hasSize(2);
                register.append(1);
            }
        }
    }

    @Test
    void without_witnesses_nothing_is_added_to_the_checkpoint() {
        try (Register register = Register.in(folder);
                Witnessing none = new Witnessing(
                        register.ledger, register.checkpointer, List.of(), clock, Duration.ofSeconds(1))) {
            assertThat(none.cosignatures().published()).isEqualTo(register.checkpointer.published());
            register.append(1);
            register.checkpointer.checkpoint();
            assertThat(none.cosignatures().published()).isEqualTo(register.checkpointer.published());
            assertThat(none.health()).isEmpty();
        }
    }
}
