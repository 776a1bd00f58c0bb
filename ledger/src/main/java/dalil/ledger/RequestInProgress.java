package dalil.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The request that the current command answers. It travels in the resources of the root unit of work, so that the append at its
 * commit can write the request's row with the facts.
 *
 * @param id the Idempotency-Key
 * @param digest {@link Ledger#digest} of the canonical request
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RequestInProgress(UUID id, byte[] digest) {

    /** Members of the meta section that bind a fact to its request; the audit holds the request rows against them. */
    public static final String META_ID = "request";

    public static final String META_DIGEST = "requestDigest";

    private static final String RESOURCE = RequestInProgress.class.getName();
    private static final String TAKEN = RESOURCE + ".taken";

    /** To be called once, when the command starts; what it publishes is appended under this request. */
    public static void begin(UnitOfWork<?> unit, UUID id, byte[] digest) {
        Object before = unit.root().resources().putIfAbsent(RESOURCE, new RequestInProgress(id, digest));
        if (before != null) {
            throw new IllegalStateException("a unit of work answers one request");
        }
    }

    /**
     * The request begun in this unit of work's root, for its one append.
     *
     * @throws IllegalStateException if it was taken: a second append would not be atomic with the first
     */
    public static Optional<RequestInProgress> takeFrom(UnitOfWork<?> unit) {
        Map<String, Object> resources = unit.root().resources();
        if (!(resources.get(RESOURCE) instanceof RequestInProgress request)) {
            return Optional.empty();
        }
        if (resources.put(TAKEN, request) != null) {
            throw new IllegalStateException("request " + request.id() + " appends a second time");
        }
        return Optional.of(request);
    }
}
