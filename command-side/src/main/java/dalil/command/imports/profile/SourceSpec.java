package dalil.command.imports.profile;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a source.
 *
 * @param origin null where the profile says nothing of it
 */
public record SourceSpec(
        Value type,
        Value name,
        @Nullable Value url,
        @Nullable Value connection,
        @Nullable Origin origin,
        @Nullable Value reliability) {

    /**
     * From whom something is known.
     *
     * @param word {@code self} or {@code unknown}: what holds where there is no such source
     * @param from null where the word is all there is
     */
    public record Origin(String word, @Nullable Saying from) {}
}
