package dalil.app;

import dalil.query.facts.FactsFollower;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the read side follows the ledger. */
final class FactsHealthIndicator implements HealthIndicator {

    private final FactsFollower follower;

    FactsHealthIndicator(FactsFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        FactsFollower.Health state = follower.health();
        Health.Builder health = state.state() == FactsFollower.State.FAILED ? Health.down() : Health.up();
        if (state.failure() != null) {
            health.withDetail("lastFailure", state.failure());
        }
        return health.withDetail("state", state.state())
                .withDetail("position", state.position())
                .withDetail("failures", state.failures())
                .build();
    }
}
