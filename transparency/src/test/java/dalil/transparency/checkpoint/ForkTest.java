package dalil.transparency.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.VerificationException;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkTest {

    private static final String ORIGIN = "log.example/case";

    private final NoteSigner log = NoteSigner.ofSeed(ORIGIN, new byte[32]);
    private final NoteSigner newer = NoteSigner.ofSeed(ORIGIN, root("a seed").bytes());
    private final List<VerifierKey> keys = List.of(log.verifierKey(), newer.verifierKey());

    private static Hash root(String of) {
        return Hashes.leaf(of.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedCheckpoint signed(long size, String root, NoteSigner signer) {
        return SignedCheckpoint.sign(new Checkpoint(ORIGIN, size, root(root)), signer);
    }

    @Test
    void one_size_and_two_roots_under_one_key_are_a_fork_and_both_notes_prove_it() {
        SignedCheckpoint one = signed(7, "one", log);
        SignedCheckpoint other = signed(7, "other", log);
        Fork fork = Fork.between(one, other, keys).orElseThrow();
        assertThat(fork.size()).isEqualTo(7);
        assertThat(fork.key()).isEqualTo(log.verifierKey());
        assertThat(fork)
                .hasToString("two trees of 7 leaves, roots " + root("one") + " and " + root("other")
                        + ", both signed with " + log.verifierKey());
        assertThat(fork.evidence())
                .contains(new String(one.format(), StandardCharsets.UTF_8))
                .contains(new String(other.format(), StandardCharsets.UTF_8));
    }

    @Test
    void one_root_or_two_sizes_or_two_keys_are_none() {
        assertThat(Fork.between(signed(7, "one", log), signed(7, "one", log), keys))
                .isEmpty();
        assertThat(Fork.between(signed(7, "one", log), signed(8, "other", log), keys))
                .isEmpty();
        assertThat(Fork.between(signed(7, "one", log), signed(7, "other", newer), keys))
                .as("a key that was replaced")
                .isEmpty();
    }

    @Test
    void a_note_that_nobody_known_signed_proves_nothing() {
        NoteSigner stranger = NoteSigner.ofSeed(ORIGIN, root("a stranger").bytes());
        assertThatThrownBy(() -> Fork.between(signed(7, "one", log), signed(7, "other", stranger), keys))
                .isInstanceOf(VerificationException.class);
        NoteSigner elsewhere = NoteSigner.ofSeed("other.example", new byte[32]);
        assertThatThrownBy(() ->
                        Fork.between(signed(7, "one", log), signed(7, "other", log), List.of(elsewhere.verifierKey())))
                .isInstanceOf(VerificationException.class);
    }
}
