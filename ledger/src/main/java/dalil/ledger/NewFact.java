package dalil.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way in.
 *
 * @param id event id, unique in the ledger; UUIDv7 ({@link EventIds}), or appends grow slow
 * @param at the event's own time, kept to the millisecond
 * @param type literal of the catalogue
 * @param revision revision of the type's JSON
 * @param stream {@code kind/uuid} of the aggregate, or null for a fact of none
 * @param sequence position in the stream, contiguous; 0 where there is no stream
 * @param payload canonical JSON
 * @param sealed its protected values, or null if it has none
 * @param meta who acted, in which role, through what; the request's id and digest are added by the ledger
 */
@SuppressWarnings("ArrayRecordComponent") // carried into the ledger, never compared
public record NewFact(
        String id,
        Instant at,
        String type,
        String revision,
        @Nullable String stream,
        long sequence,
        byte[] payload,
        byte @Nullable [] sealed,
        Map<String, String> meta) {}
