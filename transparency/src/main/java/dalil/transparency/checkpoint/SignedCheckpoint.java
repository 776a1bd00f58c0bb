package dalil.transparency.checkpoint;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.note.NoteSignature;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.SignedNote;
import dalil.transparency.note.VerifiedNote;
import dalil.transparency.note.VerifiedSignature;
import dalil.transparency.note.VerifierKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A checkpoint as published: what it says and who claims to have signed it, read but not yet believed. */
public record SignedCheckpoint(SignedNote note, Checkpoint checkpoint) {

    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.format())) {
            throw new IllegalArgumentException("the note's text is not this checkpoint");
        }
    }

    /** A log never signs a checkpoint inconsistent with one it signed before; that is for the caller to know. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner log) {
        String text = checkpoint.format();
        return new SignedCheckpoint(new SignedNote(text, List.of(log.sign(text))), checkpoint);
    }

    /** The same checkpoint with one more signature, such as a witness's. */
    public SignedCheckpoint with(NoteSignature signature) {
        return new SignedCheckpoint(note.with(signature), checkpoint);
    }

    public byte[] format() {
        return note.format();
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static SignedCheckpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedCheckpoint(note, Checkpoint.parse(note.text()));
    }

    /**
     * Throws {@link VerificationException} unless one of the logs, whose key names are their origins, signed this checkpoint under
     * its own origin, and every signature by a known key holds.
     */
    public VerifiedCheckpoint verify(Collection<VerifierKey> logs, Collection<VerifierKey> witnesses) {
        // A key pinned for one origin says nothing of another.
        List<VerifierKey> ofOrigin = logs.stream()
                .filter(log -> log.name().equals(checkpoint.origin()))
                .toList();
        if (ofOrigin.isEmpty()) {
            throw new VerificationException("no known log has the origin " + checkpoint.origin());
        }
        List<VerifierKey> known = new ArrayList<>(ofOrigin);
        known.addAll(witnesses);
        VerifiedNote verified = note.verify(known);
        List<VerifiedSignature> cosignatures = verified.signatures().stream()
                .filter(signature -> !ofOrigin.contains(signature.key()))
                .toList();
        if (cosignatures.size() == verified.signatures().size()) {
            throw new VerificationException("not signed by the log " + checkpoint.origin());
        }
        return new VerifiedCheckpoint(checkpoint, cosignatures);
    }
}
