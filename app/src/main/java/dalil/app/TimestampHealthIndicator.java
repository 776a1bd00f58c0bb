package dalil.app;

import dalil.ledger.timestamp.TimestampHealth;
import dalil.ledger.timestamp.Timestamping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the timestamp authorities answer. None of it makes the register less ready. */
final class TimestampHealthIndicator implements HealthIndicator {

    private final Timestamping timestamping;

    TimestampHealthIndicator(Timestamping timestamping) {
        this.timestamping = timestamping;
    }

    @Override
    public Health health() {
        List<TimestampHealth> all = timestamping.health();
        List<Map<String, Object>> authorities = new ArrayList<>();
        all.forEach(one -> authorities.add(shown(one)));
        return Failing.unless(all.stream().allMatch(TimestampHealth::ok))
                .withDetail("authorities", authorities)
                .build();
    }

    private static Map<String, Object> shown(TimestampHealth one) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("authority", one.authority());
        one.checkpoint().ifPresent(number -> members.put("checkpoint", number));
        if (one.at() != null) {
            members.put("at", one.at().toString());
        }
        if (one.apart() != null) {
            members.put("secondsFromOurClock", one.apart().toSeconds());
        }
        members.put("failures", one.failures());
        if (one.why() != null) {
            members.put("why", one.why());
        }
        return members;
    }
}
