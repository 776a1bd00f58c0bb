package dalil.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.VerificationException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofTest {

    private final Subtrees known = Subtrees.ofLeaves(i -> Hash.parseHex(KnownTree.LEAF_HASHES.get((int) i)));
    private final Subtrees large = DecimalLeaves.subtrees();

    @Test
    void gives_the_known_inclusion_proofs() {
        assertIncluded(0, 8, KnownTree.LEAF_HASHES.get(1), KnownTree.LEVEL_1.get(1), KnownTree.LEVEL_2.get(1));
        assertIncluded(5, 8, KnownTree.LEAF_HASHES.get(4), KnownTree.LEVEL_1.get(3), KnownTree.LEVEL_2.get(0));
        assertIncluded(2, 3, KnownTree.LEVEL_1.get(0));
        assertIncluded(1, 5, KnownTree.LEAF_HASHES.get(0), KnownTree.LEVEL_1.get(1), KnownTree.LEAF_HASHES.get(4));
    }

    private void assertIncluded(int index, int size, String... path) {
        InclusionProof proof = InclusionProof.generate(known, index, size);
        assertThat(proof.path()).extracting(Hash::hex).containsExactly(path);
        Hash root = Hash.parseHex(KnownTree.ROOTS.get(size));
        assertThat(proof.verify(known.subtree(0, index), root)).isEqualTo(new TreeHead(size, root));
    }

    @Test
    void gives_the_known_consistency_proofs() {
        assertConsistent(1, 8, KnownTree.LEAF_HASHES.get(1), KnownTree.LEVEL_1.get(1), KnownTree.LEVEL_2.get(1));
        assertConsistent(6, 8, KnownTree.LEVEL_1.get(2), KnownTree.LEVEL_1.get(3), KnownTree.LEVEL_2.get(0));
        assertConsistent(2, 5, KnownTree.LEVEL_1.get(1), KnownTree.LEAF_HASHES.get(4));
        assertConsistent(6, 7, KnownTree.LEVEL_1.get(2), KnownTree.LEAF_HASHES.get(6), KnownTree.LEVEL_2.get(0));
    }

    private void assertConsistent(int first, int second, String... path) {
        ConsistencyProof proof = ConsistencyProof.generate(known, first, second);
        assertThat(proof.path()).extracting(Hash::hex).containsExactly(path);
        Hash root = Hash.parseHex(KnownTree.ROOTS.get(second));
        assertThat(proof.verify(Hash.parseHex(KnownTree.ROOTS.get(first)), root))
                .isEqualTo(new TreeHead(second, root));
    }

    @Test
    void gives_the_known_proofs_in_a_large_tree() {
        String root = "1a4cdfcb66374a0c0dcbef49acbd4976d13ee864fb3cb241fc943cad04f02f7e";
        assertThat(large.root(70_000).hex()).isEqualTo(root);
        assertPath(
                InclusionProof.generate(large, 1_234, 70_000).path(),
                17,
                "f30a6ce0a3ef8a0e133ceb416b8d469829e7ae765656d2589bcf5091ecb6a3a1");
        assertPath(
                InclusionProof.generate(large, 69_999, 70_000).path(),
                9,
                "06840adeb9aef6246e85c1dd08b547ca4a0b6f7c20da6a20ceed1be00bebfe4c");
        assertPath(
                ConsistencyProof.generate(large, 12_345, 70_000).path(),
                18,
                "a4655dbdc90a12523111531dac3103a2b75ce51bd3cba24fa888b7f4fc5c9f75");
        assertPath(
                ConsistencyProof.generate(large, 65_536, 70_000).path(),
                1,
                "08c5072bb2047f204fc175859dde7118068845dfd749145d47cc2d450b1f351b");
    }

    private static void assertPath(List<Hash> path, int length, String digest) {
        assertThat(path).hasSize(length);
        byte[][] parts = path.stream().map(Hash::bytes).toArray(byte[][]::new);
        assertThat(Hashes.sha256(parts).hex()).isEqualTo(digest);
    }

    @Test
    void every_flipped_bit_of_an_inclusion_proof_is_refused() {
        for (int size : new int[] {1, 2, 3, 7, 8, 13}) {
            Hash root = large.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.generate(large, index, size);
                Hash leaf = large.subtree(0, index);
                refuses(flips(leaf), flipped -> proof.verify(flipped, root));
                refuses(flips(root), flipped -> proof.verify(leaf, flipped));
                for (int at = 0; at < proof.path().size(); at++) {
                    int place = at;
                    refuses(
                            flips(proof.path().get(at)),
                            flipped -> new InclusionProof(
                                            proof.index(), proof.size(), with(proof.path(), place, flipped))
                                    .verify(leaf, root));
                }
                for (int bit = 0; bit < 64; bit++) {
                    long other = proof.index() ^ 1L << bit;
                    assertRefused(() -> new InclusionProof(other, proof.size(), proof.path()).verify(leaf, root));
                }
            }
        }
    }

    @Test
    void every_flipped_bit_of_a_consistency_proof_is_refused() {
        for (int second : new int[] {1, 2, 3, 7, 8, 13}) {
            Hash secondRoot = large.root(second);
            for (int first = 1; first <= second; first++) {
                ConsistencyProof proof = ConsistencyProof.generate(large, first, second);
                Hash firstRoot = large.root(first);
                refuses(flips(firstRoot), flipped -> proof.verify(flipped, secondRoot));
                refuses(flips(secondRoot), flipped -> proof.verify(firstRoot, flipped));
                for (int at = 0; at < proof.path().size(); at++) {
                    int place = at;
                    refuses(
                            flips(proof.path().get(at)),
                            flipped -> new ConsistencyProof(
                                            proof.first(), proof.second(), with(proof.path(), place, flipped))
                                    .verify(firstRoot, secondRoot));
                }
            }
        }
    }

    private interface Check {
        void with(Hash flipped);
    }

    private static void refuses(List<Hash> hashes, Check check) {
        assertThat(hashes).hasSize(256);
        for (Hash hash : hashes) {
            assertRefused(() -> check.with(hash));
        }
    }

    private static void assertRefused(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(VerificationException.class);
    }

    private static List<Hash> flips(Hash hash) {
        List<Hash> flips = new ArrayList<>();
        for (int bit = 0; bit < 256; bit++) {
            byte[] bytes = hash.bytes();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            flips.add(Hash.of(bytes));
        }
        return flips;
    }

    private static List<Hash> with(List<Hash> path, int at, Hash hash) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(at, hash);
        return changed;
    }

    @Test
    void a_refused_inclusion_says_why() {
        Hash leaf = known.subtree(0, 5);
        Hash root = known.root(8);
        List<Hash> path = InclusionProof.generate(known, 5, 8).path();
        says(() -> new InclusionProof(8, 8, path).verify(leaf, root), "inclusion: no leaf 8 in a tree of size 8");
        says(() -> new InclusionProof(-1, 8, path).verify(leaf, root), "inclusion: no leaf -1 in a tree of size 8");
        says(
                () -> new InclusionProof(5, 8, path.subList(0, 2)).verify(leaf, root),
                "inclusion: a path of 2 hashes is too short for leaf 5 of 8");
        says(
                () -> new InclusionProof(5, 8, longer(path)).verify(leaf, root),
                "inclusion: a path of 4 hashes is too long for leaf 5 of 8");
        says(
                () -> new InclusionProof(5, 8, path).verify(leaf, Hashes.empty()),
                "inclusion: leaf 5 of 8 leads to root " + KnownTree.ROOTS.get(8) + ", not " + KnownTree.ROOTS.get(0));
    }

    @Test
    void a_refused_consistency_says_why() {
        Hash six = known.root(6);
        Hash eight = known.root(8);
        List<Hash> path = ConsistencyProof.generate(known, 6, 8).path();
        says(() -> new ConsistencyProof(0, 8, path).verify(six, eight), "consistency: no proof from size 0 to size 8");
        says(
                () -> new ConsistencyProof(0, 0, List.of()).verify(six, six),
                "consistency: no proof from size 0 to size 0");
        says(() -> new ConsistencyProof(8, 6, path).verify(six, eight), "consistency: no proof from size 8 to size 6");
        says(
                () -> new ConsistencyProof(6, 8, List.of()).verify(six, eight),
                "consistency: a path of 0 hashes is too short from size 6 to size 8");
        says(
                () -> new ConsistencyProof(6, 8, path.subList(0, 2)).verify(six, eight),
                "consistency: a path of 2 hashes is too short from size 6 to size 8");
        says(
                () -> new ConsistencyProof(6, 8, longer(path)).verify(six, eight),
                "consistency: a path of 4 hashes is too long from size 6 to size 8");
        says(
                () -> new ConsistencyProof(8, 8, path).verify(eight, eight),
                "consistency: a path of 3 hashes is too long from size 8 to size 8");
        says(
                () -> new ConsistencyProof(8, 8, List.of()).verify(six, eight),
                "consistency: the path leads to root of size 8 " + six + ", not " + eight);
        says(
                () -> new ConsistencyProof(6, 8, path).verify(eight, eight),
                "consistency: the path leads to root of size 6 " + six + ", not " + eight);
        says(
                () -> new ConsistencyProof(6, 8, path).verify(six, six),
                "consistency: the path leads to root of size 8 " + eight + ", not " + six);
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hashes.empty());
        return longer;
    }

    private static void says(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(VerificationException.class).hasMessage(message);
    }

    @Test
    void does_not_generate_what_cannot_exist() {
        impossible(() -> InclusionProof.generate(known, 8, 8), "no leaf 8 in a tree of size 8");
        impossible(() -> InclusionProof.generate(known, -1, 8), "no leaf -1 in a tree of size 8");
        impossible(() -> ConsistencyProof.generate(known, 0, 8), "no proof from size 0 to size 8");
        impossible(() -> ConsistencyProof.generate(known, 8, 7), "no proof from size 8 to size 7");
        impossible(() -> known.root(-1), "no tree of size -1");
    }

    private static void impossible(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
