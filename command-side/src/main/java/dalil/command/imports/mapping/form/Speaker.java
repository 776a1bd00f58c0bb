package dalil.command.imports.mapping.form;

import dalil.command.Streams;
import dalil.events.Protected;
import org.jspecify.annotations.Nullable;

/**
 * Who says what follows.
 *
 * @param source UUID of the source
 * @param reported EDTF date on which it said so; null if not known
 */
public record Speaker(String source, @Nullable String reported) {

    /** What it said, under its own key. */
    public <T> Protected<T> protect(T value) {
        return Protected.of(Streams.source(source), value);
    }
}
