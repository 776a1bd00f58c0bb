package dalil.ledger.witness;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSignature;
import dalil.transparency.note.SignedNote;
import dalil.transparency.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cosignatures as they are kept, beside the checkpoint, and as they are shown, under it. One that does not hold is not shown: whoever
 * knows the witness would have to refuse the whole note for it.
 */
public final class Cosignatures {

    private static final Logger LOG = LoggerFactory.getLogger(Cosignatures.class);

    private final AttestationStore store;
    private final Checkpointer checkpointer;
    private final List<VerifierKey> witnesses;
    private volatile @Nullable Shown shown;

    private record Shown(long number, SignedCheckpoint checkpoint) {}

    /** @param witnesses whose cosignatures are shown */
    Cosignatures(Ledger ledger, Checkpointer checkpointer, List<VerifierKey> witnesses) {
        this.store = ledger.attestations();
        this.checkpointer = checkpointer;
        this.witnesses = witnesses;
    }

    /** The published checkpoint with the log's signature first and those of the witnesses, as far as they are there. */
    public Optional<SignedCheckpoint> published() {
        NumberedCheckpoint last = checkpointer.last().orElse(null);
        if (last == null || witnesses.isEmpty()) {
            return checkpointer.published();
        }
        Shown known = shown;
        return Optional.of(
                known != null && known.number() == last.number()
                        ? known.checkpoint()
                        : read(last).checkpoint());
    }

    private synchronized Shown read(NumberedCheckpoint last) {
        SignedCheckpoint cosigned = last.checkpoint();
        for (Attestation kept : store.of(Kind.COSIGNATURE, last.number())) {
            NoteSignature line = line(kept, cosigned);
            if (line != null && cosigned.note().signatures().size() < SignedNote.MAX_SIGNATURES) {
                cosigned = cosigned.with(line);
            }
        }
        Shown read = new Shown(last.number(), cosigned);
        shown = read;
        return read;
    }

    /** Null for one by nobody who is asked now, and for one that was altered. */
    private @Nullable NoteSignature line(Attestation kept, SignedCheckpoint checkpoint) {
        VerifierKey key = witnesses.stream()
                .filter(witness -> WitnessServer.maker(witness).equals(kept.by()))
                .findFirst()
                .orElse(null);
        if (key == null) {
            return null;
        }
        try {
            NoteSignature line = NoteSignature.parse(new String(kept.bytes(), StandardCharsets.UTF_8));
            new SignedNote(checkpoint.note().text(), List.of(line)).verify(List.of(key));
            return line;
        } catch (MalformedException | VerificationException altered) {
            LOG.warn("the cosignature of checkpoint {} by {} is altered; run the audit", kept.checkpoint(), kept.by());
            return null;
        }
    }

    /** Durably, or not at all. */
    void keep(long number, VerifierKey witness, NoteSignature line) {
        store.keep(new Attestation(
                Kind.COSIGNATURE,
                number,
                WitnessServer.maker(witness),
                line.format().getBytes(StandardCharsets.UTF_8)));
        synchronized (this) {
            shown = null;
        }
    }
}
