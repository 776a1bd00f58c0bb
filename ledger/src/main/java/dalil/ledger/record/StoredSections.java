package dalil.ledger.record;

import org.jspecify.annotations.Nullable;

/**
 * The sections of one fact as a store found them, unchecked; null where the store found nothing.
 *
 * @param sealedPlace whether the store keeps a place for a sealed section; a place without salt and bytes is an erasure
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the store to the check, never compared
public record StoredSections(
        byte @Nullable [] payloadSalt,
        byte @Nullable [] payload,
        byte @Nullable [] metaSalt,
        byte @Nullable [] meta,
        boolean sealedPlace,
        byte @Nullable [] sealedSalt,
        byte @Nullable [] sealed) {}
