package dalil.command;

import dalil.command.http.CommandHttp;
import dalil.command.http.Writes;
import dalil.command.imports.http.ImportHttp;
import dalil.command.record.ClaimsOnRecord;
import dalil.command.report.ReportTaking;
import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** The write side in a Spring Boot application that provides a ledger, its engine, what it publishes, the fact mapper and a clock. */
@AutoConfiguration
@Import({CommandHttp.class, ImportHttp.class})
@ComponentScan(
        basePackages = "dalil.command",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
public class CommandSideConfiguration {

    @Bean
    CommandSide commandSide(Ledger ledger, EventStorageEngine engine) {
        return new CommandSide(ledger, engine);
    }

    @Bean
    Recorder recorder(CommandSide commandSide, Clock clock) {
        return new Recorder(commandSide, clock);
    }

    @Bean
    ReportTaking reportTaking(Writes writes, Ledger ledger, Supplier<UUID> recordIds) {
        return new ReportTaking(writes, ledger, recordIds);
    }

    @Bean
    ClaimsOnRecord claimsOnRecord(Ledger ledger, FactMapper mapper) {
        return new ClaimsOnRecord(ledger, mapper);
    }
}
