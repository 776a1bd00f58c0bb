package dalil.app;

import dalil.ledger.checkpoint.CheckpointHealth;
import dalil.ledger.checkpoint.Checkpointer;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether checkpoints are signed, up to where, and whether an older copy of the data would be noticed. */
final class CheckpointHealthIndicator implements HealthIndicator {

    private final Checkpointer checkpointer;

    CheckpointHealthIndicator(Checkpointer checkpointer) {
        this.checkpointer = checkpointer;
    }

    @Override
    public Health health() {
        CheckpointHealth state = checkpointer.health();
        Health.Builder health = state.ok() ? Health.up() : Health.down();
        health.withDetail("signing", word(state.state())).withDetail("rollback", word(state.rollback()));
        state.size().ifPresent(size -> health.withDetail("size", size));
        if (state.at() != null) {
            health.withDetail("at", state.at().toString());
        }
        if (state.why() != null) {
            health.withDetail("why", state.why());
        }
        return health.build();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
