package dalil.query;

import dalil.events.FactMapper;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.query.figure.FiguresEndpoint;
import dalil.query.format.DictionaryEndpoint;
import dalil.query.format.FigureFormats;
import dalil.query.format.TallyFormats;
import dalil.query.format.TimelineFormats;
import dalil.query.home.HomeEndpoint;
import dalil.query.home.TalliedUnits;
import dalil.query.home.UnitCounts;
import dalil.query.linkage.CandidatesEndpoint;
import dalil.query.linkage.incident.IncidentCandidatesEndpoint;
import dalil.query.problem.ReadProblems;
import dalil.query.problem.RequestProblems;
import dalil.query.record.answer.CasualtyEndpoint;
import dalil.query.record.answer.DatasetEndpoint;
import dalil.query.record.answer.FigureEndpoint;
import dalil.query.record.answer.IncidentEndpoint;
import dalil.query.record.answer.LedgerStreams;
import dalil.query.record.answer.ReportByCodeEndpoint;
import dalil.query.record.answer.ReportEndpoint;
import dalil.query.record.answer.ReportsEndpoint;
import dalil.query.record.answer.SourceEndpoint;
import dalil.query.record.answer.Streams;
import dalil.query.report.GuessBound;
import dalil.query.tally.TallyQuery;
import dalil.query.vocabulary.VocabularyEndpoint;
import dalil.query.wire.KnownParameters;
import dalil.query.wire.ReadHeaders;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Records, vocabularies, files, the front page, and what all answers of the read side share on the wire. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReadProblems.class,
    RequestProblems.class,
    IncidentEndpoint.class,
    CasualtyEndpoint.class,
    FigureEndpoint.class,
    ReportEndpoint.class,
    ReportByCodeEndpoint.class,
    ReportsEndpoint.class,
    SourceEndpoint.class,
    DatasetEndpoint.class,
    VocabularyEndpoint.class,
    TimelineFormats.class,
    TallyFormats.class,
    FigureFormats.class,
    DictionaryEndpoint.class,
    FiguresEndpoint.class,
    CandidatesEndpoint.class,
    IncidentCandidatesEndpoint.class,
    HomeEndpoint.class
})
public class QueryHttp {

    @Bean
    @ConditionalOnMissingBean
    FactMapper queryFactMapper() {
        return new FactMapper(Facts.CATALOGUE);
    }

    @Bean
    UnitCounts unitCounts(TallyQuery tallies) {
        return new TalliedUnits(tallies);
    }

    @Bean
    Streams streams(Ledger ledger, FactMapper mapper) {
        return new LedgerStreams(ledger, mapper, Clock.systemUTC());
    }

    @Bean
    GuessBound guessBound() {
        return new GuessBound(System::nanoTime);
    }

    @Bean
    FilterRegistrationBean<ReadHeaders> readHeaders() {
        FilterRegistrationBean<ReadHeaders> filter = new FilterRegistrationBean<>(new ReadHeaders());
        filter.addUrlPatterns("/api/*");
        return filter;
    }

    @Bean
    WebMvcConfigurer knownParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParameters());
            }
        };
    }
}
