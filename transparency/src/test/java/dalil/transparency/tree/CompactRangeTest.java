package dalil.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompactRangeTest {

    /** Leaf i is the ASCII decimal of i. */
    private static final Map<Long, String> LARGE_ROOTS = new TreeMap<>(Map.of(
            255L, "32f85bcaa87d7bcd05728f09e9aeba350ba6a2f733830087f0597682848be5cb",
            256L, "828515d033c19d8c901f37eccb8aed919667703486f8d2fff1cf7040321c5db1",
            257L, "1eda049a4351d86f76252bd7ec0b7746ad75b7fa0316ad5f541dbda458a312c4",
            65_536L, "f025d06ed804859fd274a1bdacadd6e48ea87634aa91e1edb20143f9498cd02b",
            65_537L, "dc8795a25fd4bd52a0b84f639fd3139ba160824023d188e428eb5db0f3ce221a",
            70_000L, "1a4cdfcb66374a0c0dcbef49acbd4976d13ee864fb3cb241fc943cad04f02f7e"));

    @Test
    void gives_the_known_roots() {
        CompactRange range = CompactRange.empty();
        for (int size = 0; size <= 8; size++) {
            assertThat(range.size()).isEqualTo(size);
            assertThat(range.root().hex()).isEqualTo(KnownTree.ROOTS.get(size));
            if (size < 8) {
                range = range.append(Hashes.leaf(KnownTree.LEAVES.get(size)));
            }
        }
    }

    @Test
    void gives_the_known_large_roots() {
        CompactRange range = CompactRange.empty();
        Map<Long, String> roots = new TreeMap<>();
        for (int i = 0; i < 70_000; i++) {
            range = range.append(decimalLeaf(i));
            if (LARGE_ROOTS.containsKey(range.size())) {
                roots.put(range.size(), range.root().hex());
            }
        }
        assertThat(roots).isEqualTo(LARGE_ROOTS);
    }

    @Test
    void leaves_the_range_it_was_appended_to_as_it_was() {
        CompactRange three = grown(3);
        CompactRange four = three.append(decimalLeaf(3));
        assertThat(three).isEqualTo(grown(3)).isNotEqualTo(four);
        assertThat(three.append(decimalLeaf(3))).isEqualTo(four).hasSameHashCodeAs(four);
    }

    @Test
    void continues_from_its_encoding_as_if_never_interrupted() {
        for (int size = 0; size <= 300; size++) {
            CompactRange range = grown(size);
            byte[] encoded = range.encode();
            assertThat(encoded).hasSize(8 + 32 * Integer.bitCount(size));
            CompactRange decoded = CompactRange.decode(encoded);
            assertThat(decoded).isEqualTo(range);
            assertThat(decoded.append(decimalLeaf(size)).root())
                    .isEqualTo(grown(size + 1).root());
        }
    }

    @Test
    void encodes_the_largest_subtree_first() {
        byte[] encoded = grown(3).encode();
        assertThat(Arrays.copyOf(encoded, 8)).containsExactly(0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(Arrays.copyOfRange(encoded, 8, 40)).isEqualTo(grown(2).root().bytes());
        assertThat(Arrays.copyOfRange(encoded, 40, 72)).isEqualTo(decimalLeaf(2).bytes());
    }

    @Test
    void refuses_other_encodings() {
        refuses(new byte[7], "a compact range has 8 bytes of size, not 7");
        byte[] three = grown(3).encode();
        refuses(Arrays.copyOf(three, 71), "a compact range of size 3 has 72 bytes, not 71");
        refuses(Arrays.copyOf(three, 73), "a compact range of size 3 has 72 bytes, not 73");
        byte[] negative = three.clone();
        negative[0] = (byte) 0x80;
        refuses(negative, "byte 0: size above 2^63-1");
    }

    @Test
    void refuses_to_grow_past_the_largest_size() {
        byte[] full = new byte[8 + 63 * 32];
        Arrays.fill(full, (byte) 0xff);
        full[0] = 0x7f;
        CompactRange range = CompactRange.decode(full);
        assertThatThrownBy(() -> range.append(decimalLeaf(0))).isInstanceOf(ArithmeticException.class);
    }

    private static void refuses(byte[] encoded, String message) {
        assertThatThrownBy(() -> CompactRange.decode(encoded))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    private static CompactRange grown(int size) {
        CompactRange range = CompactRange.empty();
        for (int i = 0; i < size; i++) {
            range = range.append(decimalLeaf(i));
        }
        return range;
    }

    private static Hash decimalLeaf(int i) {
        return Hashes.leaf(Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
    }
}
