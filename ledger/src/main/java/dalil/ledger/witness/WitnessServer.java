package dalil.ledger.witness;

import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import dalil.ledger.outside.OutsideHttp.Answer;
import dalil.ledger.witness.WitnessAnswer.Contradicts;
import dalil.ledger.witness.WitnessAnswer.Cosigned;
import dalil.ledger.witness.WitnessAnswer.Holds;
import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSignature;
import dalil.transparency.note.SignedNote;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import dalil.transparency.policy.Witness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A witness that is asked over HTTP, under a prefix that the operator configured (tlog-witness, add-checkpoint). */
public final class WitnessServer {

    private static final String PATH = "add-checkpoint";
    private static final String SIZE_TYPE = "text/x.tlog.size";
    private static final int MOST_BYTES = 1 << 16;

    private final String name;
    private final VerifierKey key;
    private final OutsideAddress address;
    private final OutsideHttp http;

    private WitnessServer(String name, VerifierKey key, OutsideAddress address, OutsideHttp http) {
        this.name = name;
        this.key = key;
        this.address = address;
        this.http = http;
    }

    /**
     * The witnesses of a policy that have an address; the others are for verifiers only.
     *
     * @throws MalformedException naming one whose address is none, or has a query
     */
    public static List<WitnessServer> of(Policy policy, OutsideHttp http) {
        return policy.witnesses().stream()
                .filter(witness -> witness.url().isPresent())
                .map(witness -> new WitnessServer(witness.name(), witness.key(), address(witness), http))
                .toList();
    }

    private static OutsideAddress address(Witness witness) {
        try {
            return OutsideAddress.parse(witness.url().orElseThrow()).under(PATH);
        } catch (MalformedException malformed) {
            throw malformed.in("witness " + witness.name());
        }
    }

    /** In its policy. */
    public String name() {
        return name;
    }

    VerifierKey key() {
        return key;
    }

    /** Under which its cosignatures are kept: its key's name and ID, {@code name+hex8}. */
    static String maker(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().toHexDigits(key.keyId());
    }

    /**
     * Asks for a cosignature.
     *
     * @param checkpoint whose note the request holds
     * @throws IOException if there is no answer, a refusal, or one of another kind
     * @throws MalformedException if the answer is none
     * @throws VerificationException if what it gave does not hold
     */
    WitnessAnswer add(AddCheckpoint request, SignedCheckpoint checkpoint) throws IOException, InterruptedException {
        Answer answer = http.post(address, "text/plain", request.format(), MOST_BYTES);
        return switch (answer.status()) {
            case 200 -> cosigned(answer.body(), checkpoint);
            case 409 -> conflict(answer, request, checkpoint);
            case 422 -> new Contradicts();
            case 400 -> throw new IOException("it takes the request for malformed: status 400");
            case 403 -> throw new IOException("it does not trust the key that signed: status 403");
            case 404 -> throw new IOException("it does not know this log's origin: status 404");
            default -> throw new IOException("status " + answer.status());
        };
    }

    /** As the standard proposes: the answer under the checkpoint, and of its lines only those of the known key. */
    private Cosigned cosigned(byte[] lines, SignedCheckpoint checkpoint) {
        String text = checkpoint.note().text();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(lines);
        SignedNote note = SignedNote.parse(whole.toByteArray());
        if (!note.text().equals(text)) {
            throw MalformedException.because("an answer with an empty line in it");
        }
        long seconds = note.verify(List.of(key))
                .signatures()
                .get(0)
                .posixSeconds()
                .orElseThrow(() -> new IllegalStateException("a witness's key has type 0x04"));
        NoteSignature line = note.signatures().stream()
                .filter(signature -> signature.isBy(key))
                .findFirst()
                .orElseThrow();
        return new Cosigned(line, time(seconds));
    }

    private static Instant time(long seconds) {
        if (seconds > Instant.MAX.getEpochSecond()) {
            throw new VerificationException("a cosignature of the year " + seconds / 31_556_952);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static WitnessAnswer conflict(Answer answer, AddCheckpoint request, SignedCheckpoint checkpoint)
            throws IOException {
        boolean sameSize = request.old() == checkpoint.checkpoint().size();
        if (!answer.isOfType(SIZE_TYPE)) {
            if (sameSize) {
                // Before version 1 of the standard, one size with another root was a conflict too.
                return new Contradicts();
            }
            throw new IOException("status 409 without a " + SIZE_TYPE);
        }
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        if (!body.endsWith("\n")) {
            throw MalformedException.because("a size whose line does not end");
        }
        long size = StrictDecimal.parse(body.substring(0, body.length() - 1));
        if (size != request.old()) {
            return new Holds(size);
        }
        if (sameSize) {
            return new Contradicts();
        }
        throw new VerificationException("it refuses size " + size + " and says it has that size");
    }
}
