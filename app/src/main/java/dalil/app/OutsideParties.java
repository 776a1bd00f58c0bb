package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import dalil.ledger.timestamp.Anchors;
import dalil.ledger.timestamp.PublishedTimestamps;
import dalil.ledger.timestamp.TimestampAuthority;
import dalil.ledger.timestamp.Timestamping;
import dalil.ledger.witness.WitnessServer;
import dalil.ledger.witness.Witnessing;
import dalil.transparency.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Who outside attests the checkpoints that are signed here. Nobody is asked anything unless the operator named them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = Server.SIGNED_BY, havingValue = Server.NOBODY, matchIfMissing = true)
class OutsideParties {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideParties.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WITNESS_PATIENCE = Duration.ofSeconds(10);
    private static final Duration START_PATIENCE = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    Timestamping timestamping(
            Ledger ledger,
            Checkpointer checkpointer,
            Clock clock,
            Environment environment,
            @Value("${dalil.timestamp.every:1h}") Duration every)
            throws IOException {
        SecureRandom random = new SecureRandom();
        OutsideHttp http = new OutsideHttp(PATIENCE);
        List<TimestampAuthority> authorities = list(environment, "dalil.timestamp.authorities").stream()
                .map(address -> new TimestampAuthority(OutsideAddress.parse(address), http, random))
                .toList();
        Anchors anchors = Anchors.read(list(environment, "dalil.timestamp.anchors").stream()
                .map(Path::of)
                .toList());
        if (!authorities.isEmpty() && anchors.isEmpty()) {
            LOG.warn(
                    "no --timestamp-anchor is given: tokens are taken from whoever answers at the authority's address");
        }
        return new Timestamping(ledger, checkpointer, authorities, anchors, every, clock);
    }

    /** Asks at once, before anything is signed or appended. */
    @Bean(destroyMethod = "close")
    Witnessing witnessing(
            Ledger ledger,
            Checkpointer checkpointer,
            KeyFolder keyFolder,
            Clock clock,
            @Value("${dalil.witness.policy:}") String file)
            throws IOException {
        List<WitnessServer> witnesses = List.of();
        if (!file.isEmpty()) {
            Policy policy = PolicyFile.read(Path.of(file));
            witnesses = WitnessServer.of(policy, new OutsideHttp(WITNESS_PATIENCE));
            if (!policy.logs().isEmpty()
                    && policy.logs().stream().noneMatch(log -> log.key().equals(keyFolder.verifierKey()))) {
                LOG.warn("the policy names other logs than this one, which is {}", keyFolder.verifierKey());
            }
        }
        return new Witnessing(ledger, checkpointer, witnesses, clock, START_PATIENCE);
    }

    @Bean
    WitnessHealthIndicator witnessHealthIndicator(Witnessing witnessing) {
        return new WitnessHealthIndicator(witnessing);
    }

    private static List<String> list(Environment environment, String name) {
        return Binder.get(environment).bind(name, Bindable.listOf(String.class)).orElse(List.of());
    }

    @Bean
    TimestampHealthIndicator timestampHealthIndicator(Timestamping timestamping) {
        return new TimestampHealthIndicator(timestamping);
    }

    @Bean
    PublishedTimestamps publishedTimestamps(Ledger ledger, Checkpointer checkpointer) {
        return new PublishedTimestamps(ledger, checkpointer);
    }
}
