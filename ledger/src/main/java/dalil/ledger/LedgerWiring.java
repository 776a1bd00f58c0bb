package dalil.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What a ledger needs from outside.
 *
 * @param clock gives {@code recorded}
 * @param random gives salts and, at creation, the request secret
 * @param onFailure called once, from the sequencer's thread, when appending stops for good; expected to end the process
 */
public record LedgerWiring(Clock clock, SecureRandom random, Consumer<Throwable> onFailure) {}
