package dalil.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String PETER_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    private static final String ENOCH_LINE =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=";
    private static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final VerifierKey ENOCH =
            VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    private final NoteSigner peter =
            NoteSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    @Test
    void reads_the_example_of_the_standard() {
        VerifierKey foo = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        byte[] note = utf8("This is an example message.\n\n— example.com/foo "
                + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        VerifiedNote verified = SignedNote.parse(note).verify(List.of(foo));
        assertThat(verified.text()).isEqualTo("This is an example message.\n");
        assertThat(verified.signatures()).containsExactly(new VerifiedSignature(foo, OptionalLong.empty()));
    }

    @Test
    void signs_as_go_does() {
        assertThat(peter.verifierKey()).isEqualTo(PETER).hasSameHashCodeAs(PETER);
        assertThat(peter.sign(TEXT).format()).isEqualTo(PETER_LINE);
        assertThat(new SignedNote(TEXT, List.of(peter.sign(TEXT))).format()).isEqualTo(note(PETER_LINE));
    }

    @Test
    void reads_what_it_writes() {
        SignedNote note = SignedNote.parse(note(PETER_LINE, ENOCH_LINE));
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.format()).isEqualTo(note(PETER_LINE, ENOCH_LINE));
        assertThat(SignedNote.parse(note(PETER_LINE)).with(NoteSignature.parse(ENOCH_LINE)))
                .isEqualTo(note);
    }

    @Test
    void divides_at_the_last_empty_line() {
        SignedNote note = new SignedNote("a\n\nb\n", List.of(peter.sign("a\n\nb\n")));
        assertThat(SignedNote.parse(note.format())).isEqualTo(note);
        assertThat(SignedNote.parse(note.format()).verify(List.of(PETER)).text())
                .isEqualTo("a\n\nb\n");
    }

    @Test
    void names_every_known_signer_once() {
        SignedNote note = SignedNote.parse(note(PETER_LINE, ENOCH_LINE, PETER_LINE));
        assertThat(signers(note, PETER, ENOCH)).containsExactly(PETER, ENOCH);
        assertThat(signers(note, ENOCH)).containsExactly(ENOCH);
    }

    private static List<VerifierKey> signers(SignedNote note, VerifierKey... known) {
        return note.verify(List.of(known)).signatures().stream()
                .map(VerifiedSignature::key)
                .toList();
    }

    @Test
    void ignores_a_line_that_shares_only_name_or_key_id_with_a_known_key() {
        VerifierKey namesake = NoteSigner.ofSeed("PeterNeumann", new byte[32]).verifierKey();
        assertThatThrownBy(() -> SignedNote.parse(note(PETER_LINE)).verify(List.of(namesake)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("no signature by a known key");
        SignedNote renamed = SignedNote.parse(note(PETER_LINE.replace("PeterNeumann", "PeterOldmann"), ENOCH_LINE));
        assertThat(signers(renamed, PETER, ENOCH)).containsExactly(ENOCH);
    }

    @Test
    void rejects_the_note_when_a_known_key_fails_though_another_verifies() {
        String forged = PETER_LINE.replace("x08go/ZJ", "x08go/ZK");
        assertThatThrownBy(() -> SignedNote.parse(note(ENOCH_LINE, forged)).verify(List.of(PETER, ENOCH)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("the signature by " + PETER + " does not verify");
        assertThatThrownBy(() -> SignedNote.parse(note(PETER_LINE, forged)).verify(List.of(PETER)))
                .isInstanceOf(VerificationException.class);
    }

    @Test
    void rejects_a_signature_with_bytes_behind_it() {
        assertForged(PETER_LINE.replace("nAM=", "nAMA"));
        assertForged(PETER_LINE.replace("nAM=", "nAMAAAAA"));
    }

    @Test
    void rejects_the_second_spelling_of_a_signature() {
        // RFC 8032 §5.1.7: S must be below the group's order L, or S + L would sign as well.
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] signature = peter.sign(TEXT).signature();
        int carry = 0;
        for (int i = 0; i < order.length; i++) {
            carry += (signature[32 + i] & 0xff) + (order[i] & 0xff);
            signature[32 + i] = (byte) carry;
            carry >>= 8;
        }
        assertForged(NoteSignature.of(PETER, signature).format());
    }

    private static void assertForged(String line) {
        assertThatThrownBy(() -> SignedNote.parse(note(line)).verify(List.of(PETER)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("the signature by " + PETER + " does not verify");
    }

    @Test
    void every_flipped_bit_of_a_note_is_refused() {
        byte[] note = note(PETER_LINE);
        for (int bit = 0; bit < 8 * note.length; bit++) {
            byte[] flipped = note.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> SignedNote.parse(flipped).verify(List.of(PETER)))
                    .as("bit %d", bit)
                    .isInstanceOfAny(MalformedException.class, VerificationException.class);
        }
    }

    @Test
    void takes_a_hundred_signatures() {
        String[] lines = new String[100];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = ENOCH_LINE.replace("EnochRoot", "Enoch" + i);
        }
        lines[99] = PETER_LINE;
        assertThat(signers(SignedNote.parse(note(lines)), PETER)).containsExactly(PETER);
    }

    @Test
    void takes_no_ambiguous_keys() {
        assertThatThrownBy(() -> SignedNote.parse(note(PETER_LINE)).verify(List.of(PETER, PETER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two known keys have the name and ID of " + PETER);
    }

    @Test
    void signs_nothing_that_is_not_a_text() {
        for (String text : List.of("", "no newline", "bell\u0007\n", "lone\ud83d\n")) {
            assertThatThrownBy(() -> peter.sign(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a note's text is lines of Unicode that end with a newline");
        }
    }

    private static byte[] note(String... lines) {
        return utf8(TEXT + "\n" + String.join("\n", lines) + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
