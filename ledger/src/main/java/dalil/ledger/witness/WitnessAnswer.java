package dalil.ledger.witness;

import dalil.transparency.note.NoteSignature;
import java.time.Instant;

/** What a witness said that has a meaning for the log; whatever else it says is an error. */
sealed interface WitnessAnswer {

    /**
     * It cosigned, and the line holds under its key.
     *
     * @param at when, as it says
     */
    record Cosigned(NoteSignature line, Instant at) implements WitnessAnswer {}

    /** It saw this size last, and not the one it was asked from. */
    record Holds(long size) implements WitnessAnswer {}

    /** What it saw last is not the beginning of this checkpoint's tree. */
    record Contradicts() implements WitnessAnswer {}
}
