package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.claim.Texts;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Things;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Publisher;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import dalil.command.rule.FieldError;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.Protected;
import dalil.events.source.SourceFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources of a row, each once. */
final class SourceMapper {

    private static final int MAX_URL = 2_000;

    private final DatasetIds ids;

    SourceMapper(DatasetIds ids) {
        this.ids = ids;
    }

    /**
     * A source of a row.
     *
     * @param existence what it says about whether the incident happened; null if nothing
     */
    record RowSource(
            String id,
            String called,
            RegisterSource command,
            @Nullable String existence,
            @Nullable Protected<String> words) {}

    RegisterSource publisher(Publisher publisher) {
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

    /** By id, in the order of the row. A source named twice in a row is one. */
    Map<String, RowSource> of(List<Emit.Source> emits, Scope scope) {
        Map<String, RowSource> sources = new LinkedHashMap<>();
        for (Emit.Source emit : emits) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (Conditions.holds(emit.when(), at)) {
                    add(emit, at, sources);
                }
            }
        }
        return sources;
    }

    private void add(Emit.Source emit, Scope scope, Map<String, RowSource> sources) {
        for (Value part : emit.id()) {
            if (Values.one(part, scope).isEmpty()) {
                return;
            }
        }
        String[] name = RowIdentity.parts(emit.id(), scope, "id");
        String id = ids.source(name).toString();
        Speaker speaker = new Speaker(id, null);
        sources.putIfAbsent(
                id,
                new RowSource(
                        id,
                        emit.called(),
                        command(id, emit, scope, name[0]),
                        emit.existence(),
                        TimeForm.words(emit.words(), scope, speaker)));
    }

    private RegisterSource command(String id, Emit.Source emit, Scope scope, String otherwise) {
        String name = text(emit.name(), scope, otherwise);
        String url = emit.url() == null
                ? null
                : Values.one(emit.url(), scope).map(Found::text).orElse(null);
        refuse("name", Texts.line("/name", name));
        if (url != null && url.length() > MAX_URL) {
            throw new RowProblem("url", "too-long", "the address of a source has at most " + MAX_URL + " characters");
        }
        return new RegisterSource(
                Streams.source(id),
                text(emit.type(), scope, "unknown"),
                optional(emit.connection(), scope),
                emit.origin() == null
                        ? SourceFact.ORIGIN_UNKNOWN
                        : text(emit.origin(), scope, SourceFact.ORIGIN_UNKNOWN),
                name,
                url,
                optional(emit.reliability(), scope),
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
