package dalil.ledger.audit;

import java.util.OptionalLong;

/**
 * One thing that is not as it was recorded.
 *
 * @param index the fact it is about; empty if it is about the ledger as a whole
 * @param what in words, with both values where two disagree; never content of a section
 */
public record Finding(Kind kind, OptionalLong index, String what) {

    /** What class of alteration. */
    public enum Kind {
        /** The leaves do not lead to the stored head or milestone. */
        BROKEN_LINK,
        ALTERED_RECORD,
        ALTERED_SECTION,
        /** A column, request row, case or table that does not say what the records say. */
        ALTERED_COLUMN,
        MISSING,
        /** Something more than once, or more than the head knows of. */
        DUPLICATE,
        UNPROVED_ERASURE,
        /** A checkpoint that none of the given keys signed, or that is none. */
        BAD_SIGNATURE,
        /** A timestamp that is not over the checkpoint it is kept with, or that no given anchor vouches for. */
        BAD_TIMESTAMP,
        /** A cosignature that is not over the checkpoint it is kept with, or that its witness did not make. */
        BAD_COSIGNATURE,
        /** Two trees under one key; the two notes are in the words. */
        FORK,
        /** The ledger ends before a checkpoint that was signed for it. */
        ROLLED_BACK,
        UNREADABLE_ROW
    }

    static Finding at(Kind kind, long index, String what) {
        return new Finding(kind, OptionalLong.of(index), what);
    }

    static Finding ofLedger(Kind kind, String what) {
        return new Finding(kind, OptionalLong.empty(), what);
    }

    @Override
    public String toString() {
        return kind + (index.isPresent() ? " at " + index.getAsLong() : "") + ": " + what;
    }
}
