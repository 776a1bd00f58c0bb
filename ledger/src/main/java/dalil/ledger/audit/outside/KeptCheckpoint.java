package dalil.ledger.audit.outside;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Fork;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.proof.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A checkpoint that somebody was shown and kept.
 *
 * @param name what the asker calls it
 */
public record KeptCheckpoint(String name, SignedCheckpoint checkpoint) {

    private static final byte[] PROOF = "c2sp.org/tlog-proof@".getBytes(StandardCharsets.US_ASCII);

    /** From a signed note, or the one in a tlog-proof file; {@link MalformedException} says what is wrong with it. */
    public static KeptCheckpoint parse(String name, byte[] bytes) {
        try {
            boolean proof =
                    bytes.length > PROOF.length && Arrays.equals(bytes, 0, PROOF.length, PROOF, 0, PROOF.length);
            return new KeptCheckpoint(
                    name, proof ? TlogProof.parse(bytes).checkpoint() : SignedCheckpoint.parse(bytes));
        } catch (MalformedException malformed) {
            throw malformed.in(name);
        }
    }

    /** Every pair of them that proves by itself that a log told two stories, in words and with both notes. */
    public static List<String> forks(List<KeptCheckpoint> kept, List<VerifierKey> vkeys) {
        List<String> forks = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            for (KeptCheckpoint other : kept.subList(i + 1, kept.size())) {
                KeptCheckpoint one = kept.get(i);
                try {
                    Fork.between(one.checkpoint(), other.checkpoint(), vkeys)
                            .ifPresent(fork -> forks.add(one.name() + " and " + other.name() + ": " + words(fork)));
                } catch (VerificationException unsigned) {
                    // proves nothing, which is said where each is held against the log
                }
            }
        }
        return forks;
    }

    static String words(Fork fork) {
        return fork + "\n" + fork.evidence().stripTrailing();
    }
}
