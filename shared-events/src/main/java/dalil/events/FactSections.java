package dalil.events;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one fact: the open payload, and apart from it every protected value.
 *
 * @param payload canonical JSON (RFC 8785), UTF-8, with {@code {"sealed":"<name>"}} wherever a protected value stands
 * @param sealed the protected values by name, canonical JSON; null if the fact has none
 */
@SuppressWarnings("ArrayRecordComponent") // carried once from the mapper to the ledger, never compared
public record FactSections(byte[] payload, byte @Nullable [] sealed) {}
