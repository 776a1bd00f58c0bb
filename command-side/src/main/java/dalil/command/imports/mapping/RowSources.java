package dalil.command.imports.mapping;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.mapping.form.Speaker;
import dalil.command.imports.mapping.form.TimeForm;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Things;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.SourceSpec;
import dalil.command.imports.profile.Value;
import dalil.command.record.Origins;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.Protected;
import dalil.events.source.SourceFact;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources of one row, each once, and who says what in it. */
final class RowSources implements Origins {

    private final SourceCommands commands;
    private final String asOf;
    private final String publisher;
    private final Map<String, RowSource> byId = new LinkedHashMap<>();

    /**
     * A source of a row.
     *
     * @param existence what it says about whether what the row tells happened; null if nothing
     * @param depth how many other sources stand behind it
     */
    record RowSource(
            String id,
            String called,
            RegisterSource command,
            @Nullable String existence,
            @Nullable Protected<String> words,
            int depth) {}

    /** @param asOf ISO date of the file */
    RowSources(SourceCommands commands, String asOf) {
        this.commands = commands;
        this.asOf = asOf;
        this.publisher = commands.ids().publisher().toString();
    }

    /** The source that the dataset itself is. */
    String publisher() {
        return publisher;
    }

    void add(List<Emit.Source> emits, Scope scope) {
        for (Emit.Source emit : emits) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (Conditions.holds(emit.when(), at)) {
                    add(emit, at);
                }
            }
        }
    }

    /** A thing without an id is no source. */
    private void add(Emit.Source emit, Scope scope) {
        if (!has(emit.id(), scope)) {
            return;
        }
        String[] name = RowIdentity.parts(emit.id(), scope, "id");
        String id = commands.ids().source(name).toString();
        Protected<String> words = TimeForm.words(emit.words(), scope, new Speaker(id, null));
        add(id, emit.called(), emit.source(), scope, name[0], emit.existence(), words);
    }

    private void add(
            String id,
            String called,
            SourceSpec spec,
            Scope scope,
            String otherwise,
            @Nullable String existence,
            @Nullable Protected<String> words) {
        if (byId.containsKey(id)) {
            return;
        }
        String origin = origin(spec.origin(), scope, id);
        RowSource behind = byId.get(origin);
        byId.put(
                id,
                new RowSource(
                        id,
                        called,
                        commands.source(id, spec, scope, otherwise, origin),
                        existence,
                        words,
                        behind == null ? 0 : behind.depth() + 1));
    }

    /** Whether the row has every part of a name. */
    static boolean has(List<Value> name, Scope scope) {
        return name.stream().allMatch(part -> Values.one(part, scope).isPresent());
    }

    /** The id of the origin, or {@code self} or {@code unknown}. */
    String origin(SourceSpec.@Nullable Origin origin, Scope scope, String itself) {
        if (origin == null) {
            return SourceFact.ORIGIN_UNKNOWN;
        }
        String from = origin.from() == null ? null : find(origin.from(), scope).orElse(null);
        return from == null ? origin.word() : from.equals(itself) ? SourceFact.ORIGIN_SELF : from;
    }

    /** The id of a source, if the row has it. One that the row only names becomes a source of the row. */
    Optional<String> find(Saying saying, Scope scope) {
        if (saying instanceof Saying.Called called) {
            return byId.values().stream()
                    .filter(source -> source.called().equals(called.name()))
                    .map(RowSource::id)
                    .findFirst();
        }
        if (saying instanceof Saying.Elsewhere elsewhere) {
            return has(elsewhere.id(), scope)
                    ? Optional.of(commands.ids()
                            .source(RowIdentity.parts(elsewhere.id(), scope, "ref"))
                            .toString())
                    : Optional.empty();
        }
        SourceSpec spec = ((Saying.Named) saying).source();
        return Values.one(spec.name(), scope).map(Found::text).map(text -> {
            String name = Normalizer.normalize(text, Normalizer.Form.NFC);
            String id = commands.ids().source(name).toString();
            add(id, "", spec, scope, name, null, null);
            return id;
        });
    }

    /** Who says something, and when: the publisher, at the date of the file, unless the profile and the row say otherwise. */
    Speaker speaker(@Nullable Saying saying, @Nullable Value reported, Scope scope) {
        String source = saying == null ? publisher : find(saying, scope).orElse(publisher);
        if (reported == null) {
            return new Speaker(source, asOf);
        }
        String date = Values.one(reported, scope).map(RowSources::date).orElse(null);
        // a publisher who says nothing else says it now; when anybody else said it is then not known
        return new Speaker(source, date == null && source.equals(publisher) ? asOf : date);
    }

    /** One of these sources, at the date of the file. */
    Speaker itself(RowSource source) {
        return new Speaker(source.id(), asOf);
    }

    /** A date that its value did not read through a format is ISO; its hours are of no interest here. */
    static @Nullable String date(Found found) {
        try {
            return DateFormat.ISO.read(found.text()).edtf();
        } catch (IllegalArgumentException notIso) {
            return found.text();
        }
    }

    /** Those that say whether it happened. */
    List<RowSource> witnesses() {
        return byId.values().stream()
                .filter(source -> source.existence() != null)
                .toList();
    }

    /** Origins first, and else always in the same order, so that two rows with the same sources do not wait for each other. */
    List<RegisterSource> commands() {
        return byId.values().stream()
                .sorted(Comparator.comparing(RowSource::depth).thenComparing(RowSource::id))
                .map(RowSource::command)
                .toList();
    }

    @Override
    public Optional<String> whyNotIndependent(List<String> sources) {
        return Optional.of("a row does not tell");
    }

    /** As far as the row tells. */
    @Override
    public List<String> chainTypes(String source) {
        if (source.equals(publisher)) {
            return List.of(commands.publisher().type());
        }
        RowSource here = byId.get(source);
        if (here == null) {
            return List.of();
        }
        String type = here.command().type();
        RowSource behind = byId.get(here.command().origin());
        return behind == null ? List.of(type) : List.of(type, behind.command().type());
    }
}
