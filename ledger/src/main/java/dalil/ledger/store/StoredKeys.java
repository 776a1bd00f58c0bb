package dalil.ledger.store;

import dalil.ledger.RequestAnswer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What stored facts have taken and nobody may take again: event ids, request ids, places in streams. */
public interface StoredKeys {

    boolean hasEvent(String id);

    Optional<RequestAnswer> request(UUID id);

    /** The highest sequence of a stream; empty if no fact is in it. */
    OptionalLong lastSequence(String stream);
}
