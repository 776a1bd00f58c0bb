package dalil.ledger.timestamp;

import dalil.ledger.Ledger;
import dalil.ledger.MovedClock;
import dalil.ledger.checkpoint.Checkpointer;
import java.time.Duration;

/** A token by an invented authority on the published checkpoint, for the tests of other packages. */
public final class Stamped {

    private Stamped() {}

    public static void stamp(Ledger ledger, Checkpointer checkpointer) throws Exception {
        try (MadeServer server = new MadeServer()) {
            MovedClock clock = new MovedClock(MadeAuthority.NOW);
            new AuthorityRound(ledger, checkpointer, server.client(), Anchors.NONE, Duration.ofHours(1), clock).run();
        }
    }
}
