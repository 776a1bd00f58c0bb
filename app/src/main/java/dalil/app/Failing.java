package dalil.app;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Somebody outside does not answer: worth an alarm, though the register is up and ready without them. */
final class Failing {

    private static final Status FAILING = new Status("FAILING", "somebody outside fails; the register goes on");

    private Failing() {}

    static Health.Builder unless(boolean well) {
        return well ? Health.up() : Health.status(FAILING);
    }
}
