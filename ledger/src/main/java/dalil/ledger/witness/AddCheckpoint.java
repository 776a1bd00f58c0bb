package dalil.ledger.witness;

import dalil.transparency.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of an {@code add-checkpoint} request (tlog-witness).
 *
 * @param old size that the witness is thought to have cosigned last; 0 for none
 * @param proof from there to the checkpoint; empty from 0 and from its own size
 * @param note the checkpoint as the log signed it
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record AddCheckpoint(long old, List<Hash> proof, byte[] note) {

    // A proof of consistency between sizes below 2^63 is never longer.
    static final int MOST_HASHES = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
        if (old < 0 || proof.size() > MOST_HASHES || (old == 0 && !proof.isEmpty())) {
            throw new IllegalArgumentException("no proof of " + proof.size() + " hashes from size " + old);
        }
    }

    byte[] format() {
        StringBuilder head = new StringBuilder("old ").append(old).append('\n');
        for (Hash hash : proof) {
            head.append(hash.base64()).append('\n');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(note);
        return out.toByteArray();
    }
}
