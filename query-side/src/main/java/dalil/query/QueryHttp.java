package dalil.query;

import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.query.problem.ReadProblems;
import dalil.query.problem.RequestProblems;
import dalil.query.record.answer.DatasetEndpoint;
import dalil.query.record.answer.IncidentEndpoint;
import dalil.query.record.answer.LedgerStreams;
import dalil.query.record.answer.SourceEndpoint;
import dalil.query.record.answer.Streams;
import dalil.query.vocabulary.VocabularyEndpoint;
import dalil.query.wire.KnownParameters;
import dalil.query.wire.ReadHeaders;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What needs no facts table: records, vocabularies, and what all answers of the read side share on the wire. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReadProblems.class,
    RequestProblems.class,
    IncidentEndpoint.class,
    SourceEndpoint.class,
    DatasetEndpoint.class,
    VocabularyEndpoint.class
})
public class QueryHttp {

    @Bean
    Streams streams(Ledger ledger, FactMapper mapper) {
        return new LedgerStreams(ledger, mapper);
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
