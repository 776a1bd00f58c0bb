package dalil.command.source;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.source.SourceFact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is sent.
 *
 * @param id UUID chosen by the client; made if absent
 * @param type a word of the list {@code source-type}
 * @param connection a word of the list {@code source-connection}
 * @param name what it is called; protected
 * @param origin id of the source it has it from, {@code self}, or {@code unknown}
 * @param url where it was found; protected
 * @param reliability a word of the list {@code source-reliability}
 */
public record SourceForm(
        @Nullable String id,
        @Nullable String type,
        @Nullable String connection,
        @Nullable String name,
        @Nullable String origin,
        @Nullable String url,
        @Nullable String reliability) {

    /** What registers it. */
    public RegisterSource command(String stream) {
        return new RegisterSource(
                stream,
                orEmpty(type),
                connection,
                origin == null ? SourceFact.ORIGIN_UNKNOWN : origin.toLowerCase(Locale.ROOT),
                orEmpty(name),
                url,
                reliability,
                null);
    }
}
