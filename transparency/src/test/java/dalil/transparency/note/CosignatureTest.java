package dalil.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.VerificationException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final String TEXT = "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n";
    private static final String LINE = "— witness.example/w1 "
            + "519lMgAAAABkGFDLo0vvaVMnQBetpNUCKKILroiWxoSAyyV9iB/cgczFo9ONQdSuKdatX9+k2ggtjAKaVSHrTWaVvipK5HiRqnepAA==";
    private static final VerifierKey KEY =
            VerifierKey.parse("witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");

    private final Cosigner witness = Cosigner.ofSeed("witness.example/w1", countingSeed());

    @Test
    void cosigns_as_known() {
        assertThat(witness.verifierKey()).isEqualTo(KEY);
        assertThat(witness.cosign(TEXT, 1_679_315_147).format()).isEqualTo(LINE);
        assertThat(witness).hasToString("cosigner of " + KEY);
    }

    @Test
    void says_when_the_witness_saw_the_text() {
        SignedNote note = new SignedNote(TEXT, List.of(NoteSignature.parse(LINE)));
        assertThat(note.verify(List.of(KEY)).signatures())
                .containsExactly(new VerifiedSignature(KEY, OptionalLong.of(1_679_315_147)));
    }

    @Test
    void every_flipped_bit_of_a_cosignature_is_refused() {
        byte[] signature = NoteSignature.parse(LINE).signature();
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(flipped);
        }
    }

    @Test
    void refuses_other_lengths_and_a_plain_signature_by_the_same_key() {
        byte[] plain = NoteSigner.ofSeed("witness.example/w1", countingSeed())
                .sign(TEXT)
                .signature();
        assertRefused(plain);
        assertRefused(new byte[1]);
        assertRefused(ByteBuffer.allocate(73)
                .put(NoteSignature.parse(LINE).signature())
                .array());
    }

    private static void assertRefused(byte[] signature) {
        SignedNote note = new SignedNote(TEXT, List.of(NoteSignature.of(KEY, signature)));
        assertThatThrownBy(() -> note.verify(List.of(KEY)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("the signature by " + KEY + " does not verify");
    }

    @Test
    void refuses_a_time_past_the_largest_even_when_signed() {
        long beyond = Long.MIN_VALUE;
        byte[] message = ("cosignature/v1\ntime " + beyond + "\n" + TEXT).getBytes(StandardCharsets.UTF_8);
        assertRefused(ByteBuffer.allocate(72)
                .putLong(beyond)
                .put(Ed25519.sign(countingSeed(), message))
                .array());
        assertThatThrownBy(() -> witness.cosign(TEXT, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no time before 1970: -1");
    }

    private static byte[] countingSeed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }
}
