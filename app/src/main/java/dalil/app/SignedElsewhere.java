package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.FollowedCheckpoint;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.timestamp.PublishedTimestamps;
import dalil.transparency.note.VerifierKey;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For a process beside the one that signs: it has no key and shows what was signed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(Server.SIGNED_BY)
class SignedElsewhere {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    FollowedCheckpoint followedCheckpoint(Ledger ledger, @Value("${" + Server.SIGNED_BY + "}") String vkey) {
        return new FollowedCheckpoint(ledger, List.of(VerifierKey.parse(vkey)), LOOK_EVERY);
    }

    @Bean
    PublishedLog publishedLog(Ledger ledger, FollowedCheckpoint followed) {
        return new PublishedLog(ledger, followed);
    }

    @Bean
    PublishedTimestamps publishedTimestamps(Ledger ledger, FollowedCheckpoint followed) {
        return new PublishedTimestamps(ledger, followed::number);
    }

    @Bean
    HealthIndicator checkpointHealthIndicator(FollowedCheckpoint followed) {
        return () -> {
            Health.Builder health = Health.up().withDetail("signing", "elsewhere");
            followed.get()
                    .ifPresent(
                            last -> health.withDetail("size", last.checkpoint().size()));
            return followed.refuses()
                    ? health.down()
                            .withDetail(
                                    "why", "the last checkpoint in the ledger is not signed with the key given here")
                            .build()
                    : health.build();
        };
    }
}
