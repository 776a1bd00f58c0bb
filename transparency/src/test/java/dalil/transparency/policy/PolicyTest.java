package dalil.transparency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.tree.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private final NoteSigner log = NoteSigner.ofSeed("example.com/log", new byte[32]);
    private final Map<String, Cosigner> witnesses = new LinkedHashMap<>();

    PolicyTest() {
        for (String name : List.of("X1", "X2", "X3", "Y1", "Y2", "Y3")) {
            witnesses.put(name, witness(name));
        }
    }

    private static Cosigner witness(String name) {
        byte[] seed = Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes();
        return Cosigner.ofSeed("witness.example/" + name, seed);
    }

    /** The example of the standard, with keys. */
    private Policy example(String quorum) {
        StringBuilder text =
                new StringBuilder("# who watches\n\nlog " + log.verifierKey() + " https://example.com/log\n");
        witnesses.forEach((name, witness) -> text.append(" \twitness ")
                .append(name)
                .append("\t ")
                .append(witness.verifierKey())
                .append(" \n"));
        text.append("  # two levels\n");
        text.append("group X-witnesses 2 X1 X2 X3\n");
        text.append("group Y-witnesses any Y1 Y2 Y3\n");
        text.append("group X-and-Y all X-witnesses Y-witnesses\n");
        text.append("quorum ").append(quorum).append('\n');
        return parse(text.toString());
    }

    @Test
    void reads_the_example_of_the_standard() {
        Policy policy = example("X-and-Y");
        assertThat(policy.logs()).containsExactly(new Log(log.verifierKey(), Optional.of("https://example.com/log")));
        assertThat(policy.witnesses()).extracting(Witness::name).containsExactly("X1", "X2", "X3", "Y1", "Y2", "Y3");
        assertThat(policy.groups())
                .containsExactly(
                        new Group("X-witnesses", 2, List.of("X1", "X2", "X3")),
                        new Group("Y-witnesses", 1, List.of("Y1", "Y2", "Y3")),
                        new Group("X-and-Y", 2, List.of("X-witnesses", "Y-witnesses")));
        assertThat(policy.quorum()).isEqualTo("X-and-Y");
    }

    @Test
    void reads_what_it_writes() {
        Policy policy = example("X-and-Y");
        assertThat(Policy.parse(policy.format())).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(policy).isNotEqualTo(example("X1"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-and-Y, X1 X2 Y1, true",
        "X-and-Y, X1 X3 Y3, true",
        "X-and-Y, X1 X2 X3 Y1 Y2 Y3, true",
        "X-and-Y, X1 X2, false",
        "X-and-Y, X1 X2 X3, false",
        "X-and-Y, X1 Y1 Y2 Y3, false",
        "X-and-Y, '', false",
        "X-witnesses, X2 X3, true",
        "X-witnesses, X3, false",
        "Y-witnesses, Y2, true",
        "Y-witnesses, X1 X2 X3, false",
        "Y1, Y1, true",
        "Y1, Y2, false",
        "none, '', true",
        "none, X1, true"
    })
    void asks_for_its_quorum(String quorum, String cosigners, boolean reached) {
        Policy policy = example(quorum);
        SignedCheckpoint checkpoint = cosigned(cosigners);
        if (reached) {
            int expected = cosigners.isEmpty() ? 0 : cosigners.split(" ").length;
            assertThat(policy.verify(checkpoint).cosignatures()).hasSize(expected);
        } else {
            String named = "[" + cosigners.replace(" ", ", ") + "]";
            refuses(policy, checkpoint, "quorum " + quorum + " not reached by " + named);
        }
    }

    private SignedCheckpoint cosigned(String cosigners) {
        Checkpoint checkpoint = new Checkpoint("example.com/log", 1, Hashes.empty());
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, log);
        for (Map.Entry<String, Cosigner> witness : witnesses.entrySet()) {
            if (List.of(cosigners.split(" ")).contains(witness.getKey())) {
                signed = signed.with(witness.getValue().cosign(checkpoint.format(), 1_601_910_000));
            }
        }
        return signed;
    }

    @Test
    void a_witness_counts_once_however_often_it_signs() {
        Checkpoint checkpoint = new Checkpoint("example.com/log", 1, Hashes.empty());
        Cosigner first = witnesses.values().iterator().next();
        SignedCheckpoint twice = SignedCheckpoint.sign(checkpoint, log)
                .with(first.cosign(checkpoint.format(), 1))
                .with(first.cosign(checkpoint.format(), 2));
        refuses(example("X-witnesses"), twice, "quorum X-witnesses not reached by [X1]");
    }

    @Test
    void takes_any_of_its_logs_and_no_other() {
        NoteSigner other = NoteSigner.ofSeed("example.com/other", Hashes.empty().bytes());
        Policy both = parse("log " + log.verifierKey() + "\nlog " + other.verifierKey() + "\nquorum none\n");
        SignedCheckpoint checkpoint =
                SignedCheckpoint.sign(new Checkpoint("example.com/other", 1, Hashes.empty()), other);
        assertThat(both.verify(checkpoint).checkpoint().origin()).isEqualTo("example.com/other");
        refuses(example("none"), checkpoint, "no known log has the origin example.com/other");
        refuses(parse("quorum none\n"), checkpoint, "no known log has the origin example.com/other");
    }

    private static void refuses(Policy policy, SignedCheckpoint checkpoint, String message) {
        assertThatThrownBy(() -> policy.verify(checkpoint))
                .isInstanceOf(VerificationException.class)
                .hasMessage(message);
    }

    @Test
    void a_rolled_log_key_may_stand_beside_the_old_one() {
        NoteSigner rolled = NoteSigner.ofSeed("example.com/log", Hashes.empty().bytes());
        Policy policy = parse("log " + log.verifierKey() + "\nlog " + rolled.verifierKey() + "\nquorum none\n");
        Checkpoint checkpoint = new Checkpoint("example.com/log", 1, Hashes.empty());
        assertThat(policy.verify(SignedCheckpoint.sign(checkpoint, rolled)).checkpoint())
                .isEqualTo(checkpoint);
        assertThat(policy.verify(SignedCheckpoint.sign(checkpoint, log)).cosignatures())
                .isEmpty();
    }

    @Test
    void names_are_octets_and_nothing_more() {
        String kelvin = "\u212a";
        byte[] text = ("witness K " + witness("X1").verifierKey() + "\nwitness " + kelvin + " "
                        + witness("X2").verifierKey() + " https://\u043f\u0440\u0438\u043c\u0435\u0440\nquorum "
                        + kelvin + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Policy policy = Policy.parse(text);
        assertThat(policy.witnesses())
                .extracting(Witness::name)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(policy.format()).isEqualTo(text);
    }

    @Test
    void a_key_name_may_be_any_utf_8() {
        NoteSigner kyrgyz = NoteSigner.ofSeed("\u0434\u0430\u043b\u0438\u043b.example", new byte[32]);
        byte[] text = ("log " + kyrgyz.verifierKey() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8);
        Policy policy = Policy.parse(text);
        assertThat(policy.logs()).extracting(Log::key).containsExactly(kyrgyz.verifierKey());
        assertThat(policy.format()).isEqualTo(text);
    }

    private static Policy parse(String text) {
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
