package dalil.transparency.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.TreeHead;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

    private static final String ROOT = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";

    private final NoteSigner log = NoteSigner.ofSeed("example.com/log", new byte[32]);
    private final Cosigner witness =
            Cosigner.ofSeed("witness.example", Hashes.empty().bytes());
    private final Checkpoint checkpoint = new Checkpoint("example.com/log", 7, Hash.parseBase64(ROOT));

    @Test
    void reads_and_writes_a_go_sumdb_tree() {
        String text = "go.sum database tree\n123456789012\n" + ROOT + "\n";
        Checkpoint parsed = Checkpoint.parse(text);
        assertThat(parsed).isEqualTo(new Checkpoint("go.sum database tree", 123_456_789_012L, Hash.parseBase64(ROOT)));
        assertThat(parsed.head()).isEqualTo(new TreeHead(123_456_789_012L, Hash.parseBase64(ROOT)));
        assertThat(parsed.format()).isEqualTo(text);
    }

    @Test
    void keeps_extension_lines() {
        String text = "a\n0\n" + ROOT + "\nextended by\nthis and that\n";
        assertThat(Checkpoint.parse(text).extensions()).containsExactly("extended by", "this and that");
        assertThat(Checkpoint.parse(text).format()).isEqualTo(text);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "a checkpoint's last line ends with a newline"),
                Arguments.of("a\n1\n" + ROOT, "a checkpoint's last line ends with a newline"),
                Arguments.of("\n", "line 1: empty"),
                Arguments.of("\n1\n" + ROOT + "\n", "line 1: empty"),
                Arguments.of("a\n\n1\n" + ROOT + "\n", "line 2: empty"),
                Arguments.of("a\n1\n" + ROOT + "\n\n", "line 4: empty"),
                Arguments.of("a\n1\n" + ROOT + "\n\nb\n", "line 4: empty"),
                Arguments.of("a\n1\n", "a checkpoint has an origin, a size and a root"),
                Arguments.of("a\n0x1\n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of("a\n-1\n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of("a\n+1\n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of("a\n1 \n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of("a\n٣\n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of(
                        "a\n10000000000000000000\n" + ROOT + "\n", "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of("a\n9223372036854775808\n" + ROOT + "\n", "line 2: above 2^63-1"),
                Arguments.of("a\n01\n" + ROOT + "\n", "line 2: leading zero"),
                Arguments.of("a\n00\n" + ROOT + "\n", "line 2: leading zero"),
                Arguments.of("a\n1\n" + ROOT.substring(0, 43) + "\n", "line 3: not canonical base64"),
                Arguments.of("a\n1\n" + ROOT + ROOT + "\n", "line 3: not base64"),
                Arguments.of("a\n1\nAAAA" + ROOT + "\n", "line 3: a hash has 32 bytes, not 35"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_a_malformed_checkpoint(String text, String message) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void states_no_checkpoint_that_could_not_be_read_back() {
        impossible(
                () -> new Checkpoint("", 1, Hashes.empty()), "a checkpoint's lines are not empty and hold no newline");
        impossible(
                () -> new Checkpoint("a\nb", 1, Hashes.empty()),
                "a checkpoint's lines are not empty and hold no newline");
        impossible(
                () -> new Checkpoint("a", 1, Hashes.empty(), List.of("")),
                "a checkpoint's lines are not empty and hold no newline");
        impossible(() -> new Checkpoint("a", -1, Hashes.empty()), "no tree of size -1");
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, log);
        impossible(
                () -> new SignedCheckpoint(signed.note(), new Checkpoint("a", 1, Hashes.empty())),
                "the note's text is not this checkpoint");
    }

    private static void impossible(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_log_signs_and_a_witness_cosigns() {
        SignedCheckpoint signed =
                SignedCheckpoint.sign(checkpoint, log).with(witness.cosign(checkpoint.format(), 1_601_910_000));
        assertThat(SignedCheckpoint.parse(signed.format())).isEqualTo(signed);
        VerifiedCheckpoint verified = signed.verify(List.of(log.verifierKey()), List.of(witness.verifierKey()));
        assertThat(verified.checkpoint()).isEqualTo(checkpoint);
        assertThat(verified.cosignatures())
                .extracting(cosignature -> cosignature.posixSeconds().orElse(-1))
                .containsExactly(1_601_910_000L);
        assertThat(signed.verify(List.of(log.verifierKey()), List.of()).cosignatures())
                .isEmpty();
    }

    @Test
    void a_witness_alone_vouches_for_nothing() {
        SignedCheckpoint cosigned = SignedCheckpoint.sign(
                        checkpoint,
                        NoteSigner.ofSeed("someone.else", Hashes.empty().bytes()))
                .with(witness.cosign(checkpoint.format(), 1));
        refuses(cosigned, log.verifierKey(), "not signed by the log example.com/log");
    }

    @Test
    void a_known_log_vouches_for_its_own_origin_only() {
        Checkpoint foreign = new Checkpoint("example.com/other", 7, Hash.parseBase64(ROOT));
        refuses(
                SignedCheckpoint.sign(foreign, log),
                log.verifierKey(),
                "no known log has the origin example.com/other");
    }

    @Test
    void another_key_of_the_same_name_is_unknown() {
        NoteSigner namesake =
                NoteSigner.ofSeed("example.com/log", Hashes.empty().bytes());
        refuses(SignedCheckpoint.sign(checkpoint, namesake), log.verifierKey(), "no signature by a known key");
    }

    private void refuses(SignedCheckpoint signed, VerifierKey known, String message) {
        assertThatThrownBy(() -> signed.verify(List.of(known), List.of(witness.verifierKey())))
                .isInstanceOf(VerificationException.class)
                .hasMessage(message);
    }
}
