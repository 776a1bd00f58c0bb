package dalil.ledger.store;

import java.util.List;
import java.util.OptionalLong;

/**
 * What others said of a checkpoint: timestamps of its bytes, cosignatures of its text. They lie beside it, so that the note that was
 * signed stays as it was. Nothing here is part of the tree, and one that is lost is missed by nobody. Reads may come from any thread at
 * any time.
 */
public interface AttestationStore {

    /** What was said. */
    enum Kind {
        /** An RFC 3161 token over SHA-256 of the note's bytes as {@link CheckpointStore.Kept} has them; DER. */
        TIMESTAMP,
        /** A C2SP tlog-cosignature; the signature line without its newline, UTF-8. */
        COSIGNATURE
    }

    /**
     * One of them.
     *
     * @param checkpoint number of the checkpoint it is about, which is kept
     * @param by who made it: an authority's host and port, or a witness's key name and key ID ({@code name+hex8})
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Attestation(Kind kind, long checkpoint, String by, byte[] bytes) {}

    /**
     * Keeps one durably or not at all. There is one of a kind by each maker for a checkpoint: the first stays, and keeping another is
     * without effect.
     *
     * @throws dalil.ledger.fault.LedgerUnavailable with reason FULL or BUSY if nothing was written and trying again may work
     */
    void keep(Attestation attestation);

    /** All of a kind for one checkpoint, in the order they were kept. */
    List<Attestation> of(Kind kind, long checkpoint);

    /** The highest number of a checkpoint that has one of this kind by this maker. */
    OptionalLong last(Kind kind, String by);

    /** The highest number of a checkpoint that has one of this kind. */
    OptionalLong last(Kind kind);

    /** The lowest number, from one on, of a checkpoint that has one of this kind. */
    OptionalLong first(Kind kind, long from);
}
