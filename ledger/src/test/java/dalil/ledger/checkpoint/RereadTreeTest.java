package dalil.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RereadTreeTest {

    private static Hash leaf(long i) {
        return Hashes.leaf(Long.toString(i).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void every_size_to_600_has_the_root_that_the_compact_range_has() {
        RereadTree tree = new RereadTree();
        CompactRange range = CompactRange.empty();
        List<Node> nodes = new ArrayList<>();
        assertThat(tree.root()).isEqualTo(range.root());
        for (int i = 0; i < 600; i++) {
            tree.append(leaf(i), nodes);
            range = range.append(leaf(i));
            assertThat(tree.root()).as("size " + (i + 1)).isEqualTo(range.root());
        }
        assertThat(nodes).extracting(Node::index).containsExactly(0L, 1L);
    }

    @Test
    void large_trees_have_the_known_roots_and_fill_the_tiles_above() {
        RereadTree tree = new RereadTree();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            if (i == 65_536 || i == 65_537) {
                assertThat(tree.root().hex())
                        .isEqualTo(
                                i == 65_536
                                        ? "f025d06ed804859fd274a1bdacadd6e48ea87634aa91e1edb20143f9498cd02b"
                                        : "dc8795a25fd4bd52a0b84f639fd3139ba160824023d188e428eb5db0f3ce221a");
            }
            tree.append(leaf(i), nodes);
        }
        assertThat(tree.root().hex()).isEqualTo("1a4cdfcb66374a0c0dcbef49acbd4976d13ee864fb3cb241fc943cad04f02f7e");
        assertThat(nodes.stream().filter(node -> node.level() == 1)).hasSize(273);
        assertThat(nodes.stream().filter(node -> node.level() == 2))
                .singleElement()
                .matches(node -> node.index() == 0);
    }

    @Test
    void a_copy_grows_without_the_other() {
        RereadTree tree = new RereadTree();
        for (int i = 0; i < 300; i++) {
            tree.append(leaf(i), new ArrayList<>());
        }
        Hash root = tree.root();
        RereadTree copy = tree.copy();
        copy.append(leaf(300), new ArrayList<>());
        assertThat(tree.root()).isEqualTo(root);
        assertThat(tree.size()).isEqualTo(300);
        assertThat(copy.root()).isNotEqualTo(root);
    }
}
