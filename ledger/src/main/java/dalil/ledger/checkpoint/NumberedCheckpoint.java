package dalil.ledger.checkpoint;

import dalil.transparency.checkpoint.SignedCheckpoint;

/** A checkpoint in its place in the line, counted from 1, as it was signed: with the log's signature and no other. */
public record NumberedCheckpoint(long number, SignedCheckpoint checkpoint) {

    public long size() {
        return checkpoint.checkpoint().size();
    }

    /** Its bytes, as they are kept and as others attest them. */
    public byte[] note() {
        return checkpoint.format();
    }
}
