package dalil.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashTest {

    private static final String HEX = "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb";

    @Test
    void hashes_the_known_leaves() {
        for (int i = 0; i < KnownTree.LEAVES.size(); i++) {
            assertThat(Hashes.leaf(KnownTree.LEAVES.get(i))).hasToString(KnownTree.LEAF_HASHES.get(i));
        }
        assertThat(Hashes.leaf(ascii("L123456")).hex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        assertThat(Hashes.leaf(ascii("hello world")).base64())
                .isEqualTo("TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=");
    }

    @Test
    void hashes_the_known_nodes() {
        for (int i = 0; i < 4; i++) {
            assertThat(Hashes.node(leaf(2 * i), leaf(2 * i + 1)).hex()).isEqualTo(KnownTree.LEVEL_1.get(i));
        }
    }

    @Test
    void puts_the_node_prefix_before_left_and_right() {
        // The published answer is for children that are not 32 bytes long, so it is written out.
        assertThat(Hashes.sha256(new byte[] {1}, ascii("N123"), ascii("N456")).hex())
                .isEqualTo(HEX);
    }

    @Test
    void hashes_nothing_to_the_empty_root() {
        assertThat(Hashes.empty().hex()).isEqualTo(KnownTree.ROOTS.get(0));
        assertThat(Hashes.sha256()).isEqualTo(Hashes.empty());
    }

    @Test
    void keeps_its_bytes_to_itself() {
        byte[] given = new byte[32];
        Hash hash = Hash.of(given);
        given[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash).isEqualTo(Hash.of(new byte[32]));
    }

    @Test
    void reads_what_it_writes() {
        Hash hash = Hash.parseHex(HEX);
        assertThat(hash.hex()).isEqualTo(HEX);
        assertThat(Hash.parseBase64(hash.base64())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash).isNotEqualTo(Hashes.empty());
    }

    @Test
    void refuses_other_lengths() {
        assertThatThrownBy(() -> Hash.of(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hash has 32 bytes, not 31");
        assertThatThrownBy(() -> Hash.parseHex(HEX + "0"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a hash has 64 hex digits, not 65");
        assertThatThrownBy(() -> Hash.parseHex(HEX.substring(0, 63) + "B"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("not a lower-case hex digit at 63");
    }

    @ParameterizedTest
    @CsvSource({
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU,  not canonical base64",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=, not canonical base64",
        "47DEQpj8HBSa-/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, not base64",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==, 'a hash has 32 bytes, not 31'"
    })
    void refuses_base64_in_any_other_spelling(String text, String message) {
        assertThatThrownBy(() -> Hash.parseBase64(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    private static Hash leaf(int i) {
        return Hash.parseHex(KnownTree.LEAF_HASHES.get(i));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
