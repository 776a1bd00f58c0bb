package dalil.ledger.mongo;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param connect for a server that takes writes, and for a connection to it
 * @param answer for the answer to one command
 * @param settle for what became of a write whose answer did not come, before its callers are told that it is not known
 * @param visible for a fact that is known to be stored and does not show: for a moment after a change of primary, the new one may
 *     answer majority reads from before
 */
public record MongoTimes(Duration connect, Duration answer, Duration settle, Duration visible) {

    public static final MongoTimes USUAL = new MongoTimes(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));
}
