package dalil.app;

import dalil.events.FactMapper;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Cadence;
import dalil.ledger.checkpoint.CheckpointHealth;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.witness.Witnessing;
import dalil.query.facts.FactsFollower;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** One ledger, one web server, one port: both sides in one process, or one of them. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({OpenApiDocument.class, OutsideParties.class, SignedElsewhere.class})
public class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int STOPPED_APPENDING = 3;

    /** The verifier key of the process that signs; without it, this one does. */
    static final String SIGNED_BY = "dalil.signed-by";

    static final String NOBODY = "nobody";

    @Bean(destroyMethod = "close")
    Ledger ledger(
            @Value("${dalil.data}") Path data,
            @Value("${dalil.case.name:#{null}}") @Nullable String name,
            @Value("${dalil.case.zone:#{null}}") @Nullable ZoneId zone,
            @Value("${dalil.mongodb:}") String mongodb,
            @Value("${dalil.mongodb.create:false}") boolean create) {
        DataFolder.CaseOptions options = new DataFolder.CaseOptions(name, zone);
        DataFolder folder = new DataFolder(data);
        return mongodb.isEmpty()
                ? folder.openOrCreate(options, Server::stop)
                : folder.openOrCreate(LedgerPlace.of(mongodb), options, create, Server::stop);
    }

    /** After a failed write nobody knows what the disk holds; the next start finds out. */
    private static void stop(Throwable failure) {
        LOG.error(
                "appending stopped for good; the process ends so that the next start checks what is on disk", failure);
        Runtime.getRuntime().halt(STOPPED_APPENDING);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = SIGNED_BY, havingValue = NOBODY, matchIfMissing = true)
    KeyFolder keyFolder(
            Ledger ledger,
            @Value("${dalil.data}") Path data,
            @Value("${dalil.keys:}") String keys,
            @Value("${dalil.new-key:false}") boolean newKey) {
        Path folder = keys.isEmpty() ? new DataFolder(data).keys() : Path.of(keys);
        return SigningKey.open(folder, ledger, newKey, LOG::warn);
    }

    /** Before any request: a ledger that is behind its last checkpoint takes no append. */
    @Bean
    @ConditionalOnProperty(name = SIGNED_BY, havingValue = NOBODY, matchIfMissing = true)
    Checkpointer checkpointer(Ledger ledger, KeyFolder keyFolder, Clock clock) {
        Checkpointer checkpointer = Checkpointer.start(ledger, keyFolder, clock);
        CheckpointHealth health = checkpointer.health();
        if (!health.ok()) {
            LOG.error("READ-ONLY: {}", health.why());
        }
        return checkpointer;
    }

    /**
     * Destroyed before what it uses, and after the web server: the last checkpoint covers all that was answered.
     *
     * @param asked before anything is signed
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = SIGNED_BY, havingValue = NOBODY, matchIfMissing = true)
    Cadence cadence(
            Checkpointer checkpointer, Witnessing asked, @Value("${dalil.checkpoint.every:10s}") Duration every) {
        return new Cadence(checkpointer, every);
    }

    @Bean
    @ConditionalOnProperty(name = SIGNED_BY, havingValue = NOBODY, matchIfMissing = true)
    PublishedLog publishedLog(Ledger ledger, Witnessing witnessing) {
        return new PublishedLog(ledger, witnessing.cosignatures()::published);
    }

    @Bean
    @ConditionalOnProperty(name = SIGNED_BY, havingValue = NOBODY, matchIfMissing = true)
    CheckpointHealthIndicator checkpointHealthIndicator(Checkpointer checkpointer) {
        return new CheckpointHealthIndicator(checkpointer);
    }

    @Bean
    EventStorageEngine engine(Ledger ledger) {
        return WriteSide.engine(ledger);
    }

    @Bean
    LedgerHealthIndicator ledgerHealthIndicator(Ledger ledger) {
        return new LedgerHealthIndicator(ledger);
    }

    @Bean
    @ConditionalOnProperty(name = Side.QUERIES, matchIfMissing = true)
    FactsHealthIndicator factsHealthIndicator(FactsFollower follower) {
        return new FactsHealthIndicator(follower);
    }

    @Bean
    FilterRegistrationBean<OwnPagesOnly> ownPagesOnly() {
        FilterRegistrationBean<OwnPagesOnly> filter = new FilterRegistrationBean<>(new OwnPagesOnly());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WellFormedQuery> wellFormedQuery() {
        FilterRegistrationBean<WellFormedQuery> filter = new FilterRegistrationBean<>(new WellFormedQuery());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FactMapper factMapper() {
        return new FactMapper(Facts.CATALOGUE);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
