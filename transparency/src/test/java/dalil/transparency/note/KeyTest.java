package dalil.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final String PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
                "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
                "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
            })
    void reads_and_writes_known_verifier_keys(String vkey) {
        assertThat(VerifierKey.parse(vkey).format()).isEqualTo(vkey);
    }

    @Test
    void tells_a_log_key_from_a_witness_key() {
        assertThat(VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
                        .type())
                .isEqualTo(KeyType.ED25519);
        assertThat(VerifierKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
                        .type())
                .isEqualTo(KeyType.COSIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 'a key has a name, a key ID and the key itself'",
        "a+530d903a, 'a key has a name, a key ID and the key itself'",
        "a+530d903a+, a key begins with its type",
        "a+530d903a+!, not base64",
        "a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2, not canonical base64",
        "a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=, 'an Ed25519 key has 32 bytes, not 31'",
        "a+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, key type 0x02 is not supported",
        "a+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, key type 0x06 is not supported",
        "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, not a key name: a b",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, 'not a key name: '",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k,"
                + " 'key ID 530D903A is not this key''s, which is 530d903a'",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k,"
                + " 'key ID 530d903a is not this key''s, which is 7de3800f'"
    })
    void refuses_a_malformed_verifier_key(String vkey, String message) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void refuses_an_overlong_key() {
        assertThatThrownBy(() -> VerifierKey.parse("a".repeat(4_097)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a key has at most 4096 characters");
    }

    @Test
    void derives_the_public_key_of_rfc_8032() {
        // §7.1, test 1.
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assertThat(NoteSigner.ofSeed("a", seed).verifierKey().publicKey())
                .asHexString()
                .isEqualToIgnoringCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void reads_and_writes_private_keys_and_never_shows_them() {
        NoteSigner signer = NoteSigner.parse(PRIVATE);
        assertThat(signer.format()).isEqualTo(PRIVATE);
        assertThat(signer).hasToString("signer of PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void generates_a_key_that_signs() {
        NoteSigner signer = NoteSigner.generate("example.com/new", new SecureRandom());
        SignedNote note = new SignedNote("text\n", List.of(signer.sign("text\n")));
        assertThat(note.verify(List.of(signer.verifierKey())).text()).isEqualTo("text\n");
        assertThat(NoteSigner.parse(signer.format()).verifierKey()).isEqualTo(signer.verifierKey());
    }

    @ParameterizedTest
    @CsvSource({
        "'', a private key begins with PRIVATE+KEY+",
        "PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz, a private key begins with PRIVATE+KEY+",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+BIEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz,"
                + " a private key has type 0x01 and a 32-byte seed",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDE=,"
                + " a private key has type 0x01 and a 32-byte seed",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz,"
                + " 'key ID c74f20a4 is not this key''s, which is c74f20a3'"
    })
    void refuses_a_malformed_private_key_without_repeating_it(String text, String message) {
        assertThatThrownBy(() -> NoteSigner.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void takes_no_seed_of_another_length() {
        assertThatThrownBy(() -> NoteSigner.ofSeed("a", new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed has 32 bytes, not 31");
        assertThatThrownBy(() -> Cosigner.ofSeed("a", new byte[33]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed has 32 bytes, not 33");
    }
}
