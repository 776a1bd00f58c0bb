package dalil.ledger.store;

import dalil.ledger.record.FactRecord;
import dalil.ledger.record.Section;
import org.jspecify.annotations.Nullable;

/** A fact that lacks only its place: everything that does not depend on the order was made in the caller's thread. */
public record PreparedFact(
        String id,
        long at,
        String type,
        String revision,
        @Nullable String stream,
        long sequence,
        Section payload,
        Section meta,
        @Nullable Section sealed) {

    /** The record of this fact at a place. */
    public FactRecord record(long index, long recorded) {
        return new FactRecord(
                index,
                id,
                at,
                recorded,
                type,
                revision,
                stream,
                sequence,
                payload.hash(),
                meta.hash(),
                sealed == null ? null : sealed.hash());
    }

    /** Bytes of the sections, for the bounds of an append. */
    public int bytes() {
        return payload.bytes().length + meta.bytes().length + (sealed == null ? 0 : sealed.bytes().length);
    }
}
