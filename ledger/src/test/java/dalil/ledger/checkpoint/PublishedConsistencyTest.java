package dalil.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Subtrees;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs between sizes, against a tree rebuilt from the leaves by the naive recursion of RFC 6962. */
class PublishedConsistencyTest {

    private final Path folder;

    PublishedConsistencyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Subtrees naive(Register register) {
        List<Hash> leaves = new ArrayList<>();
        for (long from = 0; from < register.ledger.size(); from += 1_000) {
            register.ledger.read(from, 1_000).stream().map(StoredFact::leaf).forEach(leaves::add);
        }
        return Subtrees.ofLeaves(index -> leaves.get((int) index));
    }

    private static void holds(Register register, Subtrees naive, long first, long second) {
        ConsistencyProof proof = register.log().consistency(first, second).orElseThrow();
        proof.verify(naive.root(first), naive.root(second));
        assertThat(proof.path())
                .isEqualTo(ConsistencyProof.generate(naive, first, second).path());
    }

    @Test
    void holds_between_any_two_small_sizes() {
        try (Register register = Register.in(folder)) {
            register.append(33);
            register.checkpointer.checkpoint();
            Subtrees naive = naive(register);
            for (int second = 1; second <= 33; second++) {
                for (int first = 1; first <= second; first++) {
                    holds(register, naive, first, second);
                }
            }
        }
    }

    @Test
    void holds_across_tiles() {
        Random random = new Random(20201005);
        try (Register register = Register.in(folder)) {
            register.append(1_300);
            register.checkpointer.checkpoint();
            Subtrees naive = naive(register);
            for (int i = 0; i < 60; i++) {
                int second = 1 + random.nextInt(1_300);
                holds(register, naive, 1 + random.nextInt(second), second);
            }
            holds(register, naive, 256, 1_300);
            holds(register, naive, 257, 512);
        }
    }

    @Test
    void goes_no_further_than_the_published_checkpoint() {
        try (Register register = Register.in(folder)) {
            assertThat(register.log().consistency(1, 1)).isEmpty();
            register.append(10);
            register.checkpointer.checkpoint();
            register.append(10);
            assertThat(register.log().consistency(10, 10).orElseThrow().path()).isEmpty();
            assertThat(register.log().consistency(5, 11)).isEmpty();
            assertThatThrownBy(() -> register.log().consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> register.log().consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nobody_is_handed_one_from_tiles_that_do_not_lead_to_the_published_root() throws Exception {
        try (Register register = Register.in(folder)) {
            register.append(20);
            register.checkpointer.checkpoint();
            try (Connection connection =
                            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.sqlite"));
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE fact SET leaf = (SELECT leaf FROM fact WHERE idx = 3) WHERE idx = 4");
            }
            assertThatThrownBy(() -> register.log().consistency(2, 20))
                    .isInstanceOf(IntegrityFault.class)
                    .hasMessageStartingWith("the tiles of size 20 lead to root ");
        }
    }
}
