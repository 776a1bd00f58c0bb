package dalil.ledger.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.MovedClock;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.timestamp.PublishedTimestamps.Stamped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an authority is asked, what is kept of its answer, and that nothing waits for it. */
class AuthorityRoundTest {

    private static final Duration EVERY = Duration.ofHours(6);

    private final Path folder;
    private final MovedClock clock = new MovedClock(MadeAuthority.NOW);

    AuthorityRoundTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private AuthorityRound round(Register register, MadeServer server) throws Exception {
        Anchors anchors = Anchors.read(List.of(MadeAuthority.pem(folder.resolve("anchor.pem"), server.authority.root)));
        return new AuthorityRound(register.ledger, register.checkpointer, server.client(), anchors, EVERY, clock);
    }

    private static long sign(Register register) {
        register.append(1);
        register.checkpointer.checkpoint();
        return register.checkpointer.last().orElseThrow().number();
    }

    private static List<Attestation> tokens(Register register, long number) {
        return register.ledger.attestations().of(Kind.TIMESTAMP, number);
    }

    @Test
    void the_published_checkpoint_is_stamped_once_and_the_next_one_when_it_is_time() throws Exception {
        try (MadeServer server = new MadeServer();
                Register register = Register.in(folder)) {
            AuthorityRound round = round(register, server);
            round.run();
            assertThat(server.asked()).as("nothing is published").isZero();
            long first = sign(register);
            round.run();
            round.run();
            assertThat(server.asked()).isEqualTo(1);
            NumberedCheckpoint published = register.checkpointer.last().orElseThrow();
            Attestation kept = tokens(register, first).get(0);
            TimestampToken.parse(kept.bytes()).verify(published.note(), Anchors.NONE);
            assertThat(kept.by())
                    .as("the rest of the address may be a secret")
                    .startsWith("127.0.0.1:")
                    .doesNotContain("/");
            long second = sign(register);
            round.run();
            assertThat(tokens(register, second)).as("too soon").isEmpty();
            clock.move(EVERY);
            round.run();
            assertThat(tokens(register, second)).hasSize(1);
            clock.move(EVERY.multipliedBy(3));
            round.run();
            assertThat(server.asked()).as("there is nothing new").isEqualTo(2);
        }
    }

    @Test
    void a_failure_is_seen_in_health_and_tried_again_ever_later_and_nothing_waits_for_it() throws Exception {
        try (MadeServer server = new MadeServer();
                Register register = Register.in(folder)) {
            server.broken(true);
            AuthorityRound round = round(register, server);
            long number = sign(register);
            round.run();
            assertThat(round.health().ok()).isFalse();
            assertThat(round.health().why()).startsWith("not a timestamp answer");
            round.run();
            assertThat(server.asked()).isEqualTo(1);
            clock.move(Duration.ofMinutes(1));
            round.run();
            clock.move(Duration.ofMinutes(1));
            round.run();
            assertThat(server.asked()).as("the second wait is two minutes").isEqualTo(2);
            assertThat(round.health().failures()).isEqualTo(2);
            assertThat(sign(register)).as("signing goes on").isEqualTo(number + 1);
            assertThat(tokens(register, number)).isEmpty();
            server.broken(false);
            clock.move(Duration.ofMinutes(1));
            round.run();
            assertThat(round.health().ok()).isTrue();
            assertThat(round.health().checkpoint()).hasValue(number + 1);
            assertThat(round.health().at()).isEqualTo(MadeAuthority.NOW);
            assertThat(round.health().apart()).isEqualTo(Duration.ofMinutes(3));
        }
    }

    @Test
    void a_restart_goes_on_where_the_last_token_was() throws Exception {
        try (MadeServer server = new MadeServer()) {
            long first;
            try (Register register = Register.in(folder)) {
                first = sign(register);
                round(register, server).run();
            }
            try (Register register = Register.in(folder)) {
                AuthorityRound round = round(register, server);
                assertThat(round.health().checkpoint()).hasValue(first);
                assertThat(round.health().at()).isEqualTo(MadeAuthority.NOW);
                sign(register);
                clock.move(EVERY.minusSeconds(1));
                round.run();
                assertThat(server.asked()).isEqualTo(1);
                clock.move(Duration.ofSeconds(1));
                round.run();
                assertThat(server.asked()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_ledger_that_cannot_be_written_just_now_is_a_failure_like_others() throws Exception {
        try (MadeServer server = new MadeServer();
                Register register = Register.in(folder)) {
            AuthorityRound round = round(register, server);
            long number = sign(register);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.sqlite"));
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                round.run();
                statement.execute("ROLLBACK");
            }
            assertThat(round.health().why()).contains("locks the ledger");
            assertThat(register.ledger.health().failed()).isFalse();
            clock.move(Duration.ofMinutes(1));
            round.run();
            assertThat(tokens(register, number)).hasSize(1);
        }
    }

    @Test
    void several_are_asked_beside_each_other_and_two_of_one_host_and_port_are_refused() throws Exception {
        try (MadeServer one = new MadeServer();
                MadeServer other = new MadeServer();
                Register register = Register.in(folder)) {
            long number = sign(register);
            try (Timestamping timestamping = new Timestamping(
                    register.ledger,
                    register.checkpointer,
                    List.of(one.client(), other.client()),
                    Anchors.NONE,
                    EVERY,
                    clock)) {
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (tokens(register, number).size() < 2 && System.nanoTime() < end) {
                    Thread.sleep(20);
                }
                assertThat(timestamping.health()).allMatch(TimestampHealth::ok).hasSize(2);
            }
            assertThat(tokens(register, number)).hasSize(2);
            assertThatThrownBy(() -> new Timestamping(
                            register.ledger,
                            register.checkpointer,
                            List.of(one.client(), one.client()),
                            Anchors.NONE,
                            EVERY,
                            Clock.systemUTC()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_oldest_token_that_covers_a_fact_is_found_and_none_beyond_what_is_published() throws Exception {
        try (MadeServer server = new MadeServer();
                Register register = Register.in(folder)) {
            AuthorityRound round = round(register, server);
            PublishedTimestamps shown = new PublishedTimestamps(register.ledger, register.checkpointer);
            assertThat(shown.newest()).isEmpty();
            assertThat(shown.covering(0)).isEmpty();
            for (int i = 0; i < 7; i++) {
                register.append(10);
                sign(register);
                if (i % 3 == 1) {
                    clock.move(EVERY);
                    round.run();
                }
            }
            // Checkpoints 1 to 7 over 11, 22, … 77 facts; tokens for 2 and 5.
            assertThat(shown.newest().map(stamped -> stamped.checkpoint().number()))
                    .contains(5L);
            assertThat(shown.covering(0).map(stamped -> stamped.checkpoint().number()))
                    .contains(2L);
            assertThat(shown.covering(21).map(stamped -> stamped.checkpoint().number()))
                    .contains(2L);
            assertThat(shown.covering(22).map(stamped -> stamped.checkpoint().number()))
                    .contains(5L);
            assertThat(shown.covering(54).map(stamped -> stamped.checkpoint().size()))
                    .contains(55L);
            assertThat(shown.covering(55)).isEmpty();
            assertThat(shown.covering(9_000)).isEmpty();
            assertThat(shown.numbered(3)).isEmpty();
            assertThat(shown.numbered(0)).isEmpty();
            Stamped second = shown.numbered(2).orElseThrow();
            second.tokens().get(0).token().verify(second.checkpoint().note(), Anchors.NONE);
            register.ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, 8, "a.example", new byte[] {1}));
            assertThat(shown.numbered(8)).as("not published").isEmpty();
        }
    }
}
