package dalil.query;

import dalil.ledger.Ledger;
import dalil.query.facts.FactSource;
import dalil.query.facts.FactsFollower;
import dalil.query.facts.FactsTable;
import dalil.query.facts.LedgerFacts;
import dalil.query.figure.BesideTally;
import dalil.query.figure.FigureListing;
import dalil.query.figure.TallyEndpoint;
import dalil.query.question.AbsorbedInTable;
import dalil.query.question.Moments;
import dalil.query.record.AbsorbedRecords;
import dalil.query.record.answer.Streams;
import dalil.query.report.OpenReports;
import dalil.query.tally.TallyQuery;
import dalil.query.timeline.OutcomeSteps;
import dalil.query.timeline.TimelineEndpoint;
import dalil.query.timeline.TimelineQuery;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Wires the read side to a {@link Ledger} bean and the data folder {@code dalil.data}. */
@AutoConfiguration
@Import({TallyEndpoint.class, TimelineEndpoint.class, QueryHttp.class})
public class QuerySide {

    @Bean
    FactSource factSource(Ledger ledger) {
        return new LedgerFacts(ledger);
    }

    @Bean
    FactsTable factsTable(@Value("${dalil.data}") Path data) {
        return new FactsTable(data.resolve("facts"));
    }

    /** Closed before the table and the ledger, which it uses. */
    @Bean(initMethod = "start")
    FactsFollower factsFollower(FactSource source, FactsTable table) {
        return new FactsFollower(source, table);
    }

    @Bean
    Moments moments(FactsTable table, FactSource source) {
        return new Moments(table, source, Clock.systemUTC());
    }

    @Bean
    TallyQuery tallyQuery(FactsTable table, Moments moments) {
        return new TallyQuery(table, moments);
    }

    @Bean
    TimelineQuery timelineQuery(FactsTable table, Moments moments) {
        return new TimelineQuery(table, moments);
    }

    @Bean
    OpenReports openReports(FactsTable table, Moments moments) {
        return new OpenReports(table, moments);
    }

    @Bean
    FigureListing figureListing(FactsTable table, Streams streams, Moments moments) {
        return new FigureListing(table, streams, moments);
    }

    @Bean
    BesideTally besideTally(FactsTable table, Streams streams) {
        return new BesideTally(table, streams);
    }

    @Bean
    AbsorbedRecords absorbedRecords(FactsTable table, Moments moments) {
        return new AbsorbedInTable(table, moments);
    }

    @Bean
    OutcomeSteps outcomeSteps(FactsTable table) {
        return new OutcomeSteps(table);
    }
}
