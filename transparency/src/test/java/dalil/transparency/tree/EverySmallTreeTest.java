package dalil.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every size up to 300 against the RFC's own recursion. */
class EverySmallTreeTest {

    private static final int LARGEST = 300;

    private final List<Hash> leaves = DecimalLeaves.hashes(LARGEST);
    private final NaiveTree naive = new NaiveTree(leaves);
    private final Subtrees subtrees = DecimalLeaves.subtrees();

    @Test
    void every_root_is_the_naive_root() {
        CompactRange range = CompactRange.empty();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(range.root()).as("size %d", size).isEqualTo(naive.mth(0, size));
            assertThat(subtrees.root(size)).as("size %d", size).isEqualTo(naive.mth(0, size));
            if (size < LARGEST) {
                range = range.append(leaves.get(size));
            }
        }
    }

    @Test
    void hashing_from_leaves_gives_the_naive_roots() {
        Subtrees fromLeaves = Subtrees.ofLeaves(i -> leaves.get((int) i));
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(fromLeaves.root(size)).as("size %d", size).isEqualTo(naive.mth(0, size));
        }
    }

    @Test
    void every_inclusion_proof_is_the_naive_path_and_holds() {
        int proofs = 0;
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.generate(subtrees, index, size);
                if (!proof.path().equals(naive.path(index, 0, size))) {
                    assertThat(proof.path()).as("%d of %d", index, size).isEqualTo(naive.path(index, 0, size));
                }
                assertThat(proof.verify(leaves.get(index), naive.mth(0, size)).size())
                        .isEqualTo(size);
                proofs++;
            }
        }
        assertThat(proofs).isEqualTo(45_150);
    }

    @Test
    void every_consistency_proof_is_the_naive_proof_and_holds() {
        int proofs = 0;
        for (int second = 1; second <= LARGEST; second++) {
            for (int first = 1; first <= second; first++) {
                ConsistencyProof proof = ConsistencyProof.generate(subtrees, first, second);
                if (!proof.path().equals(naive.proof(first, second))) {
                    assertThat(proof.path()).as("%d to %d", first, second).isEqualTo(naive.proof(first, second));
                }
                assertThat(proof.verify(naive.mth(0, first), naive.mth(0, second))
                                .size())
                        .isEqualTo(second);
                proofs++;
            }
        }
        assertThat(proofs).isEqualTo(45_150);
    }
}
