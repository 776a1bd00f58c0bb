package dalil.query.record.answer;

import dalil.events.Fact;
import java.time.Instant;
import java.util.Map;

/**
 * A fact of a stream with what the ledger says about it.
 *
 * @param index in the ledger
 * @param sequence in its stream
 * @param recorded when the ledger took it
 * @param at the event's own time
 * @param type its name on the wire
 * @param meta who acted, in which role, through what, for which request
 */
public record RecordedFact(
        long index, long sequence, Instant recorded, Instant at, String type, Map<String, String> meta, Fact fact) {}
