package dalil.command.imports.http;

import dalil.command.Actor;
import dalil.command.CommandSide;
import dalil.command.Recorder;
import dalil.command.dataset.Listings;
import dalil.command.imports.RecordingSink;
import dalil.ledger.Ledger;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What imports over HTTP need: a folder for uploads in the folder of the register, and a queue. */
@Configuration(proxyBeanMethods = false)
public class ImportHttp {

    /** Of all parts of one request. */
    static final long MAX_BYTES = 512L * 1024 * 1024;

    @Bean
    Uploads importUploads(@Value("${dalil.data}") Path data) {
        return new Uploads(data.toAbsolutePath().resolve("imports"));
    }

    /** Parts of requests go to the register's own folder at once: the system's folder for temporary files may be anybody's. */
    @Bean
    MultipartConfigElement importParts(Uploads importUploads) {
        return new MultipartConfigElement(importUploads.incoming().toString(), MAX_BYTES, MAX_BYTES, 0);
    }

    @Bean(destroyMethod = "close")
    ImportJobs importJobs(
            Uploads importUploads,
            CommandSide commandSide,
            Recorder recorder,
            Ledger ledger,
            Supplier<UUID> recordIds,
            Clock clock) {
        Listings listings = new Listings(commandSide.events());
        return new ImportJobs(
                importUploads,
                (Actor actor, UUID id) -> new RecordingSink(
                        recorder, ledger::exists, () -> ledger.size() - 1, listings, actor, id.toString()),
                ledger::exists,
                ledger::digest,
                recordIds,
                clock);
    }
}
