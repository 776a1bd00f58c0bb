package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.claim.Texts;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Publisher;
import dalil.command.imports.profile.SourceSpec;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import dalil.command.rule.FieldError;
import dalil.command.source.SourceCommand.RegisterSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What registers the sources of a dataset. */
final class SourceCommands {

    private static final int MAX_URL = 2_000;

    private final DatasetIds ids;
    private final Publisher publisher;

    SourceCommands(DatasetIds ids, Publisher publisher) {
        this.ids = ids;
        this.publisher = publisher;
    }

    DatasetIds ids() {
        return ids;
    }

    /** The source that the dataset itself is. */
    RegisterSource publisher() {
        return new RegisterSource(
                Streams.source(ids.publisher().toString()),
                publisher.type(),
                publisher.connection(),
                publisher.origin(),
                publisher.name(),
                publisher.url(),
                publisher.reliability(),
                ids.dataset().toString());
    }

    /**
     * @param otherwise what it is called where the row has no name for it
     * @param origin UUID of another source, {@code self} or {@code unknown}
     */
    RegisterSource source(String id, SourceSpec spec, Scope scope, String otherwise, String origin) {
        String name = text(spec.name(), scope, otherwise);
        String url = optional(spec.url(), scope);
        refuse("name", Texts.line("/name", name));
        if (url != null && url.length() > MAX_URL) {
            throw new RowProblem("url", "too-long", "the address of a source has at most " + MAX_URL + " characters");
        }
        return new RegisterSource(
                Streams.source(id),
                text(spec.type(), scope, "unknown"),
                optional(spec.connection(), scope),
                origin,
                name,
                url,
                optional(spec.reliability(), scope),
                ids.dataset().toString());
    }

    private static void refuse(String what, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new RowProblem(
                    what,
                    errors.get(0).code(),
                    "the " + what + " of a source: " + errors.get(0).detail());
        }
    }

    private static String text(Value value, Scope scope, String otherwise) {
        return Values.one(value, scope).map(Found::text).orElse(otherwise);
    }

    private static @Nullable String optional(@Nullable Value value, Scope scope) {
        return value == null ? null : Values.one(value, scope).map(Found::text).orElse(null);
    }
}
