package dalil.command.imports.yaml;

import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Condition;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Value;
import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list {@code emit:}: what a row gives. A further kind is a further case in {@link #read}. */
final class EmitParser {

    private static final String KINDS = "source, incident or force-use";
    private static final String ITEM = "item";

    private final Names names;
    final List<Emit.Source> sources = new ArrayList<>();
    final List<Emit.ForceUse> forceUses = new ArrayList<>();

    Emit.@Nullable Incident incident;

    EmitParser(Names names) {
        this.names = names;
    }

    void read(Entry emit) {
        for (Entry entry : emit.list()) {
            Entry called = entry.section().get("called");
            if (called != null && !names.sources.add(called.words())) {
                throw called.wrong("another source of the row is called so");
            }
        }
        for (Entry entry : emit.list()) {
            Section section = entry.section();
            Entry kind = section.need("kind", KINDS);
            switch (kind.text()) {
                case "source" -> sources.add(source(section));
                case "incident" -> incident(section);
                case "force-use" -> forceUses.add(forceUse(section));
                case "casualty", "figure" ->
                    throw kind.wrong(
                            "this version imports sources, incidents and uses of force; casualties and figures come later");
                default -> throw kind.wrong(KINDS + " was expected");
            }
        }
        if (sources.isEmpty() && incident == null) {
            throw emit.wrong("at least an incident or a source was expected");
        }
        if (!forceUses.isEmpty() && incident == null) {
            throw emit.wrong("a use of force is part of an incident: a {kind: incident} is missing");
        }
    }

    private Emit.Source source(Section section) {
        section.only("kind", "called", "forEach", "as", "when", "id", "existence", "words", "set");
        Emit.ForEach forEach = forEach(section);
        ValueParser values = new ValueParser(names, item(forEach));
        if (forEach != null && section.has("called")) {
            throw section.wrong("a source that is called by a name is one for the row, without forEach");
        }
        Section set = section.need("set", "type and name, and what else is known of the source")
                .section()
                .only("type", "name", "url", "connection", "origin", "reliability");
        Value name = values.value(set.need("name", "what the source is called"));
        Value url = optional(values, set, "url");
        names.protect(name);
        if (url != null) {
            names.protect(url);
        }
        Value words = optional(values, section, "words");
        if (words != null) {
            names.protect(words);
        }
        return new Emit.Source(
                forEach,
                when(section, forEach),
                id(values, section.need("id", "the column that tells sources apart, such as their address")),
                section.text("called", ""),
                coded(values, set, "type", "source-type"),
                name,
                url,
                set.has("connection") ? coded(values, set, "connection", "source-connection") : null,
                origin(values, set),
                set.has("reliability") ? coded(values, set, "reliability", "source-reliability") : null,
                existence(section.get("existence")),
                words,
                section.entry().line());
    }

    private @Nullable Value origin(ValueParser values, Section set) {
        Entry entry = set.get("origin");
        if (entry == null) {
            return null;
        }
        Value origin = values.value(entry);
        if (!(origin instanceof Value.Constant constant
                && List.of("self", "unknown").contains(constant.text()))) {
            throw entry.wrong("{const: self} or {const: unknown} was expected");
        }
        return origin;
    }

    private static @Nullable String existence(@Nullable Entry entry) {
        if (entry == null) {
            return "affirmed";
        }
        return switch (entry.text()) {
            case "affirmed", "denied" -> entry.text();
            case "nothing" -> null;
            default -> throw entry.wrong("affirmed, denied or nothing was expected");
        };
    }

    private static Value coded(ValueParser values, Section set, String key, String list) {
        Entry entry = set.need(key, "a word of the list " + list + ", such as {const: ...}");
        Value value = values.value(entry);
        ClaimParser.checkCodes(entry, list, value);
        return value;
    }

    private void incident(Section section) {
        if (incident != null) {
            throw section.wrong("a row gives one incident; this is the second");
        }
        section.only("kind", "when", "source", "reported", "set");
        ClaimParser claims = new ClaimParser(names, "");
        Entry source = section.get("source");
        incident = new Emit.Incident(
                when(section, null),
                source == null ? null : claims.saying(source),
                optional(new ValueParser(names, ""), section, "reported"),
                claims.claims(
                        Attribute.Of.INCIDENT,
                        section.need("set", "attributes of the incident").section()),
                section.entry().line());
    }

    private Emit.ForceUse forceUse(Section section) {
        section.only("kind", "forEach", "as", "when", "id", "source", "reported", "set");
        Emit.ForEach forEach = forEach(section);
        ValueParser values = new ValueParser(names, item(forEach));
        ClaimParser claims = new ClaimParser(names, item(forEach));
        Entry source = section.get("source");
        Entry id = section.get("id");
        Section set = section.need("set", "attributes of the use of force, used-by among them")
                .section();
        List<ClaimSpec> specs = claims.claims(Attribute.Of.FORCE_USE, set);
        if (!set.has("used-by")) {
            throw set.wrong(
                    "used-by is missing: a use of force says who used it, such as {const: state-force} or {const: unknown}");
        }
        return new Emit.ForceUse(
                forEach,
                when(section, forEach),
                id == null ? List.of() : id(values, id),
                source == null ? null : claims.saying(source),
                optional(values, section, "reported"),
                specs,
                section.entry().line());
    }

    private Emit.@Nullable ForEach forEach(Section section) {
        Entry entry = section.get("forEach");
        if (entry == null) {
            if (section.has("as")) {
                throw section.need("as", "").wrong("as names the thing that a forEach is at; there is no forEach");
            }
            return null;
        }
        String as = section.text("as", ITEM);
        ValueParser values = new ValueParser(names, "");
        if (entry.isSection() && entry.section().has("columns")) {
            Entry columns = entry.section().only("columns").need("columns", "");
            return new Emit.ForEach(
                    List.of(), columns.texts().stream().map(Glob::new).toList(), as);
        }
        List<Value.OfColumn> things = new ArrayList<>();
        for (Entry one : entry.oneOrMore()) {
            things.add(
                    one.isText()
                            ? values.ofColumn(one)
                            : values.column(one.section().only("column", "split", "null")));
        }
        if (things.stream()
                .anyMatch(
                        thing -> names.declaredProtected.contains(thing.column().root()))) {
            names.protectedColumns.add(as);
            names.declaredProtected.add(as);
        }
        return new Emit.ForEach(things, List.of(), as);
    }

    private static String item(Emit.@Nullable ForEach forEach) {
        return forEach == null ? "" : forEach.as();
    }

    private @Nullable Condition when(Section section, Emit.@Nullable ForEach forEach) {
        Entry entry = section.get("when");
        return entry == null ? null : new ConditionParser(names, item(forEach)).condition(entry);
    }

    private static List<Value> id(ValueParser values, Entry entry) {
        return entry.oneOrMore().stream().map(values::value).toList();
    }

    private static @Nullable Value optional(ValueParser values, Section section, String key) {
        return section.has(key) ? values.value(Objects.requireNonNull(section.get(key))) : null;
    }
}
