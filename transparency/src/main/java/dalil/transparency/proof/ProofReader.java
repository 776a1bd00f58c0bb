package dalil.transparency.proof;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import dalil.transparency.StrictDecimal;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.SignedNote;
import dalil.transparency.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the head of a tlog-proof line by line, and hands the rest to the checkpoint as it is. */
final class ProofReader {

    private static final int MAX_LINE_BYTES = 65_536;
    private static final int MAX_BYTES = SignedNote.MAX_BYTES + 2 * MAX_LINE_BYTES;
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final byte[] proof;
    private int at;
    private int number;
    private String line = "";

    ProofReader(byte[] proof) {
        this.proof = proof;
    }

    TlogProof read() {
        if (proof.length > MAX_BYTES) {
            throw MalformedException.because("a proof has at most " + MAX_BYTES + " bytes");
        }
        next();
        if (!line.equals(TlogProof.HEADER)) {
            throw malformed("expected " + TlogProof.HEADER);
        }
        next();
        Optional<String> extra = readExtra();
        long index = readIndex();
        List<Hash> path = readPath();
        return new TlogProof(extra, index, path, readCheckpoint());
    }

    private Optional<String> readExtra() {
        if (!line.startsWith(EXTRA)) {
            return Optional.empty();
        }
        String data = line.substring(EXTRA.length());
        if (data.isEmpty()) {
            throw malformed("extra data is absent or not empty");
        }
        try {
            StrictBase64.parse(data);
        } catch (MalformedException malformed) {
            throw malformed.inLine(number);
        }
        next();
        return Optional.of(data);
    }

    private long readIndex() {
        if (!line.startsWith(INDEX)) {
            throw malformed("expected index");
        }
        try {
            return StrictDecimal.parse(line.substring(INDEX.length()));
        } catch (MalformedException malformed) {
            throw malformed.inLine(number);
        }
    }

    private List<Hash> readPath() {
        List<Hash> path = new ArrayList<>();
        for (next(); !line.isEmpty(); next()) {
            if (path.size() == TlogProof.LONGEST_PATH) {
                throw malformed("a path has at most " + TlogProof.LONGEST_PATH + " hashes");
            }
            try {
                path.add(Hash.parseBase64(line));
            } catch (MalformedException malformed) {
                throw malformed.inLine(number);
            }
        }
        return path;
    }

    private SignedCheckpoint readCheckpoint() {
        byte[] rest = Arrays.copyOfRange(proof, at, proof.length);
        while (at < proof.length) {
            next();
        }
        try {
            return SignedCheckpoint.parse(rest);
        } catch (MalformedException malformed) {
            throw malformed.in("checkpoint");
        }
    }

    private void next() {
        number++;
        int start = at;
        while (at < proof.length && proof[at] != '\n') {
            at++;
        }
        if (at == proof.length) {
            throw malformed("the file ends before this line does");
        }
        if (at - start > MAX_LINE_BYTES) {
            throw malformed("longer than " + MAX_LINE_BYTES + " bytes");
        }
        line = new String(proof, start, at - start, StandardCharsets.ISO_8859_1);
        at++;
    }

    private MalformedException malformed(String what) {
        return MalformedException.atLine(number, what);
    }
}
