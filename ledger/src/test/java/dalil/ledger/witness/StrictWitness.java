package dalil.ledger.witness;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.TreeHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The witness of tlog-witness, add-checkpoint, and nothing else: what it saw last of each origin, every rule of the standard in its
 * order, check and update in one step.
 */
final class StrictWitness {

    private static final TreeHead NOTHING = new TreeHead(0, Hashes.empty());

    private final Cosigner cosigner;
    private final LongSupplier seconds;
    private final Map<String, VerifierKey> logs = new HashMap<>();
    private final Map<String, TreeHead> seen = new HashMap<>();

    StrictWitness(Cosigner cosigner, LongSupplier seconds) {
        this.cosigner = cosigner;
        this.seconds = seconds;
    }

    record Said(int status, String type, String body) {

        static Said error(int status) {
            return new Said(status, "text/plain", "no\n");
        }
    }

    /** From now on it knows this log, in the place of another of the same origin. */
    synchronized void trust(VerifierKey log) {
        logs.put(log.name(), log);
    }

    VerifierKey key() {
        return cosigner.verifierKey();
    }

    /** The size it saw last. */
    synchronized long seen(String origin) {
        return seen.getOrDefault(origin, NOTHING).size();
    }

    synchronized void forget() {
        seen.clear();
    }

    synchronized Said add(byte[] request) {
        long old;
        List<Hash> proof;
        SignedCheckpoint signed;
        try {
            int empty = empty(request);
            String[] lines = new String(request, 0, empty, StandardCharsets.US_ASCII).split("\n", -1);
            if (!lines[0].startsWith("old ") || lines.length > 64) {
                return Said.error(400);
            }
            old = StrictDecimal.parse(lines[0].substring(4));
            proof = new ArrayList<>();
            for (String line : List.of(lines).subList(1, lines.length)) {
                proof.add(Hash.parseBase64(line));
            }
            signed = SignedCheckpoint.parse(Arrays.copyOfRange(request, empty + 2, request.length));
        } catch (MalformedException malformed) {
            return Said.error(400);
        }
        Checkpoint checkpoint = signed.checkpoint();
        VerifierKey log = logs.get(checkpoint.origin());
        if (log == null) {
            return Said.error(404);
        }
        try {
            signed.verify(List.of(log), List.of());
        } catch (VerificationException unsigned) {
            return Said.error(403);
        }
        if (old > checkpoint.size()) {
            return Said.error(400);
        }
        TreeHead last = seen.getOrDefault(checkpoint.origin(), NOTHING);
        if (old != last.size()) {
            return new Said(409, "text/x.tlog.size", last.size() + "\n");
        }
        if (!consistent(last, checkpoint.head(), proof)) {
            return Said.error(422);
        }
        seen.put(checkpoint.origin(), checkpoint.head());
        return new Said(
                200,
                "text/plain; charset=utf-8",
                cosigner.cosign(checkpoint.format(), seconds.getAsLong()).format() + "\n");
    }

    private static int empty(byte[] request) {
        for (int i = 0; i + 1 < request.length; i++) {
            if (request[i] == '\n' && request[i + 1] == '\n') {
                return i;
            }
        }
        throw MalformedException.because("no empty line");
    }

    private static boolean consistent(TreeHead last, TreeHead next, List<Hash> proof) {
        if (last.size() == 0) {
            return proof.isEmpty() && (next.size() > 0 || next.root().equals(Hashes.empty()));
        }
        try {
            new ConsistencyProof(last.size(), next.size(), proof).verify(last.root(), next.root());
            return true;
        } catch (VerificationException broken) {
            return false;
        }
    }
}
