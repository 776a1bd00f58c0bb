package dalil.transparency.tree;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tree whose leaf i is the ASCII decimal of i. */
public final class DecimalLeaves {

    private DecimalLeaves() {}

    public static byte[] entry(long i) {
        return Long.toString(i).getBytes(StandardCharsets.US_ASCII);
    }

    static List<Hash> hashes(int size) {
        return IntStream.range(0, size).mapToObj(i -> Hashes.leaf(entry(i))).toList();
    }

    /** Subtrees that are hashed once and kept. */
    public static Subtrees subtrees() {
        Map<List<Long>, Hash> kept = new HashMap<>();
        return new Subtrees() {
            @Override
            public Hash subtree(int level, long index) {
                List<Long> key = List.of((long) level, index);
                Hash hash = kept.get(key);
                if (hash == null) {
                    hash = level == 0
                            ? Hashes.leaf(entry(index))
                            : Hashes.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
                    kept.put(key, hash);
                }
                return hash;
            }
        };
    }
}
