package dalil.app;

import dalil.ledger.witness.WitnessHealth;
import dalil.ledger.witness.Witnessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the witnesses cosign. None of it makes the register less ready; what they say on start does, under checkpoint. */
final class WitnessHealthIndicator implements HealthIndicator {

    private final Witnessing witnessing;

    WitnessHealthIndicator(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    @Override
    public Health health() {
        List<WitnessHealth> all = witnessing.health();
        List<Map<String, Object>> witnesses = new ArrayList<>();
        all.forEach(one -> witnesses.add(shown(one)));
        return Failing.unless(all.stream().allMatch(WitnessHealth::ok))
                .withDetail("witnesses", witnesses)
                .build();
    }

    private static Map<String, Object> shown(WitnessHealth one) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("witness", one.witness());
        members.put("answeredSinceStart", one.answered());
        one.checkpoint().ifPresent(number -> members.put("checkpoint", number));
        if (one.at() != null) {
            members.put("at", one.at().toString());
        }
        members.put("failures", one.failures());
        if (one.why() != null) {
            members.put("why", one.why());
        }
        return members;
    }
}
