package dalil.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.policy.Policy;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.InclusionProof;
import dalil.transparency.tree.Subtrees;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlogProofTest {

    private static final String ROOT = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=";
    private static final String CHECKPOINT = "example.com/log/testdata\n15\n" + ROOT + "\n"
            + "\n"
            + "— example.com/log/testdata"
            + " M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=\n";
    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String PATH = "ThcgoV2DYcK+VCxBUDWAlNxmLy2r7dq7dK7+OlgQKWs=\n"
            + "ycRkkNklus5eMVRUvkD1pK321vMrA+jjOiZKU8aOcY4=\n"
            + "zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=\n"
            + "5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=\n";
    private static final String PROOF = HEADER + "index 6\n" + PATH + "\n" + CHECKPOINT;
    private static final String WITNESS_LINE = "— witness.example/w1 "
            + "519lMgAAAABkGFDLo0vvaVMnQBetpNUCKKILroiWxoSAyyV9iB/cgczFo9ONQdSuKdatX9+k2ggtjAKaVSHrTWaVvipK5HiRqnepAA==\n";

    private static final Policy LOG_ALONE = Policy.parse(
            utf8("log example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\nquorum none\n"));
    private static final Policy WITNESSED = Policy.parse(
            utf8(
                    "log example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\n"
                            + "witness w1 witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\nquorum w1\n"));

    private final Hash seven = Hashes.leaf(utf8("seven"));

    @Test
    void reads_verifies_and_writes_the_known_proof() {
        assertThat(seven.hex()).isEqualTo("d90d0fe63491f93764c1d5d6cb1f866c1597d0a65b359916cc28f24cf4a8cecc");
        TlogProof proof = TlogProof.parse(utf8(PROOF));
        ProvedLeaf proved = proof.verify(seven, LOG_ALONE);
        assertThat(proved.leaf()).isEqualTo(seven);
        assertThat(proved.index()).isEqualTo(6);
        assertThat(proved.checkpoint().checkpoint())
                .isEqualTo(new Checkpoint("example.com/log/testdata", 15, Hash.parseBase64(ROOT)));
        assertThat(proof.format()).isEqualTo(utf8(PROOF));
    }

    @Test
    void makes_the_known_proof() {
        String[] entries =
                "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" ");
        Subtrees hashes = Subtrees.ofLeaves(i -> Hashes.leaf(utf8(entries[(int) i])));
        TlogProof made = TlogProof.of(InclusionProof.generate(hashes, 6, 15), SignedCheckpoint.parse(utf8(CHECKPOINT)));
        assertThat(made.format()).isEqualTo(utf8(PROOF));
    }

    @Test
    void every_flipped_bit_of_a_proof_is_refused() {
        byte[] proof = utf8(PROOF);
        for (int bit = 0; bit < 8 * proof.length; bit++) {
            byte[] flipped = proof.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> TlogProof.parse(flipped).verify(seven, LOG_ALONE))
                    .as("bit %d", bit)
                    .isInstanceOfAny(MalformedException.class, VerificationException.class);
        }
    }

    @Test
    void asks_for_the_quorum_of_its_policy() {
        TlogProof alone = TlogProof.parse(utf8(PROOF));
        assertThatThrownBy(() -> alone.verify(seven, WITNESSED))
                .isInstanceOf(VerificationException.class)
                .hasMessage("quorum w1 not reached by []");
        TlogProof witnessed = TlogProof.parse(utf8(PROOF + WITNESS_LINE));
        assertThat(witnessed.verify(seven, WITNESSED).checkpoint().cosignatures())
                .hasSize(1);
    }

    @Test
    void refuses_another_leaf_and_another_index() {
        refuses(TlogProof.parse(utf8(PROOF)), Hashes.leaf(utf8("eit")), "inclusion: leaf 6 of 15 leads to root ");
        refuses(
                TlogProof.parse(utf8(PROOF.replace("index 6", "index 15"))),
                seven,
                "inclusion: no leaf 15 in a tree of size 15");
    }

    private static void refuses(TlogProof proof, Hash leaf, String message) {
        assertThatThrownBy(() -> proof.verify(leaf, LOG_ALONE))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void carries_extra_data_that_proves_nothing() {
        String text = PROOF.replace("index 6", "extra AAEC\nindex 6");
        TlogProof proof = TlogProof.parse(utf8(text));
        assertThat(proof.extra()).contains("AAEC");
        assertThat(proof.format()).isEqualTo(utf8(text));
        assertThat(proof.verify(seven, LOG_ALONE).index()).isEqualTo(6);
    }

    @Test
    void proves_the_only_leaf_without_a_path() {
        NoteSigner log = NoteSigner.ofSeed("example.com/one", new byte[32]);
        SignedCheckpoint one = SignedCheckpoint.sign(new Checkpoint("example.com/one", 1, seven), log);
        TlogProof proof = TlogProof.of(new InclusionProof(0, 1, List.of()), one);
        Policy policy = Policy.parse(utf8("log " + log.verifierKey() + "\nquorum none\n"));
        assertThat(TlogProof.parse(proof.format()).verify(seven, policy).index())
                .isZero();
    }

    @Test
    void takes_lines_up_to_64_kib() {
        String longest = "A".repeat(65_536);
        TlogProof proof = TlogProof.parse(utf8(PROOF.replace("\n\n— ", "\n" + longest + "\n\n— ")));
        assertThat(proof.checkpoint().checkpoint().extensions()).containsExactly(longest);
    }

    static Stream<Arguments> malformed() {
        String hash = "ThcgoV2DYcK+VCxBUDWAlNxmLy2r7dq7dK7+OlgQKWs=\n";
        return Stream.of(
                Arguments.of("", "line 1: the file ends before this line does"),
                Arguments.of("c2sp.org/tlog-proof@v1", "line 1: the file ends before this line does"),
                Arguments.of(PROOF.replace("@v1", "@v2"), "line 1: expected c2sp.org/tlog-proof@v1"),
                Arguments.of("\n" + PROOF, "line 1: expected c2sp.org/tlog-proof@v1"),
                Arguments.of(PROOF.replace("@v1\n", "@v1\r\n"), "line 1: expected c2sp.org/tlog-proof@v1"),
                Arguments.of(HEADER, "line 2: the file ends before this line does"),
                Arguments.of(PROOF.replace("index 6\n", ""), "line 2: expected index"),
                Arguments.of(PROOF.replace("index 6", "Index 6"), "line 2: expected index"),
                Arguments.of(PROOF.replace("index 6", "extra AAEC\nextra AAEC\nindex 6"), "line 3: expected index"),
                Arguments.of(PROOF.replace("index 6", "index 6\nextra AAEC"), "line 3: not base64"),
                Arguments.of(PROOF.replace("index 6", "extra \nindex 6"), "line 2: extra data is absent or not empty"),
                Arguments.of(PROOF.replace("index 6", "extra A\nindex 6"), "line 2: not base64"),
                Arguments.of(PROOF.replace("index 6", "extra AAF=\nindex 6"), "line 2: not canonical base64"),
                Arguments.of(PROOF.replace("index 6", "index -5"), "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of(
                        PROOF.replace("index 6", "index notanumber"), "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of(PROOF.replace("index 6", "index "), "line 2: not a decimal number of 1 to 19 digits"),
                Arguments.of(PROOF.replace("index 6", "index 06"), "line 2: leading zero"),
                Arguments.of(PROOF.replace("index 6", "index 9223372036854775808"), "line 2: above 2^63-1"),
                Arguments.of(PROOF.replace("ThcgoV2", "Thc!oV2"), "line 3: not base64"),
                Arguments.of(PROOF.replace("ThcgoV2D", ""), "line 3: a hash has 32 bytes, not 26"),
                Arguments.of(PROOF.replace("ThcgoV2D", "ThcgoV2DThcg"), "line 3: a hash has 32 bytes, not 35"),
                Arguments.of(HEADER + "index 6\n" + PATH, "line 7: the file ends before this line does"),
                Arguments.of(HEADER + "index 6\n" + PATH + CHECKPOINT, "line 7: not base64"),
                Arguments.of(
                        HEADER + "index 6\n" + PATH + "\n", "checkpoint: no empty line between text and signatures"),
                Arguments.of(
                        HEADER + "index 6\n" + hash.repeat(64) + "\n" + CHECKPOINT,
                        "line 66: a path has at most 63 hashes"),
                Arguments.of(PROOF.replace("\n15\n", "\n015\n"), "checkpoint: line 2: leading zero"),
                Arguments.of(PROOF + "x\n", "checkpoint: line 6: not a signature line"),
                Arguments.of(PROOF + "x", "line 13: the file ends before this line does"),
                Arguments.of(
                        PROOF.replace("index 6", "extra " + "A".repeat(65_536 - 4) + "\nindex 6"),
                        "line 2: longer than 65536 bytes"),
                Arguments.of(
                        PROOF.replace("\n15\n", "\n15\n" + "A".repeat(65_537) + "\n"),
                        "line 10: longer than 65536 bytes"),
                Arguments.of(PROOF.repeat(3_000), "a proof has at most 1131072 bytes"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_a_malformed_proof(String proof, String message) {
        assertThatThrownBy(() -> TlogProof.parse(utf8(proof)))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void states_no_proof_that_could_not_be_read_back() {
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(utf8(CHECKPOINT));
        impossible(() -> new TlogProof(Optional.empty(), -1, List.of(), checkpoint), "no leaf -1");
        impossible(
                () -> new TlogProof(Optional.empty(), 0, Collections.nCopies(64, seven), checkpoint),
                "a path has at most 63 hashes, not 64");
        impossible(() -> new TlogProof(Optional.of(""), 0, List.of(), checkpoint), "extra data is absent or not empty");
        impossible(
                () -> TlogProof.of(new InclusionProof(0, 1, List.of()), checkpoint),
                "a proof for size 1 under a checkpoint of size 15");
    }

    private static void impossible(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
