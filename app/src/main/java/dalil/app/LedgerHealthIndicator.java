package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether appends are taken, and whether the clock had to be held back. */
final class LedgerHealthIndicator implements HealthIndicator {

    private final Ledger ledger;

    LedgerHealthIndicator(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        LedgerHealth state = ledger.health();
        Health.Builder health = state.writable() && !state.failed() ? Health.up() : Health.down();
        if (state.failed()) {
            health.withDetail("failure", String.valueOf(state.failure()));
        }
        return health.withDetail("size", ledger.size())
                .withDetail("clockStepFlagged", state.clockStepFlagged())
                .build();
    }
}
