package dalil.command.imports.yaml;

import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.SourceSpec;
import dalil.command.imports.profile.SourceSpec.Origin;
import dalil.command.imports.profile.Value;
import dalil.events.source.SourceFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who says something, and what is known of them. */
final class SayingParser {

    private static final List<String> OF_A_SOURCE =
            List.of("type", "name", "url", "connection", "origin", "reliability");

    private final Names names;
    private final ValueParser values;

    SayingParser(Names names, List<String> items) {
        this.names = names;
        this.values = new ValueParser(names, items);
    }

    /** A source of the row by the name it is called, {@code {name: column}}, or {@code {ref: column}} to one of another file. */
    Saying saying(Entry entry) {
        if (entry.isSection() && entry.section().has("name")) {
            return new Saying.Named(spec(entry.section(), new Value.Constant("unknown")));
        }
        if (entry.isSection()) {
            Entry ref = entry.section()
                    .only("ref", "name")
                    .need("ref", "the column with the id of a source, or name: the column with what it is called");
            return new Saying.Elsewhere(
                    ref.oneOrMore().stream().map(values::value).toList());
        }
        if (!names.sources.contains(entry.text())) {
            throw entry.wrong(
                    "no source of the row is called so; called: names it, or write {name: column} or {ref: column}");
        }
        return new Saying.Called(entry.text());
    }

    /** The keys of a source. {@code otherwise} is its type where the section has none; null if it must have one. */
    SourceSpec spec(Section section, @Nullable Value otherwise) {
        section.only(OF_A_SOURCE.toArray(String[]::new));
        Value name = values.value(section.need("name", "what the source is called"));
        Entry urlEntry = section.get("url");
        Value url = urlEntry == null ? null : values.value(urlEntry);
        names.protect(name);
        if (url != null) {
            names.protect(url);
        }
        Entry origin = section.get("origin");
        return new SourceSpec(
                otherwise == null || section.has("type") ? coded(section, "type", "source-type") : otherwise,
                name,
                url,
                section.has("connection") ? coded(section, "connection", "source-connection") : null,
                origin == null ? null : origin(origin),
                section.has("reliability") ? coded(section, "reliability", "source-reliability") : null);
    }

    /** {@code {const: self}}, {@code {const: unknown}}, or another source. */
    Origin origin(Entry entry) {
        if (!entry.isSection() || !entry.section().has("const")) {
            return new Origin(SourceFact.ORIGIN_UNKNOWN, saying(entry));
        }
        Entry word = entry.section().only("const").need("const", "");
        if (!List.of(SourceFact.ORIGIN_SELF, SourceFact.ORIGIN_UNKNOWN).contains(word.text())) {
            throw entry.wrong("{const: self} or {const: unknown} was expected, or another source");
        }
        return new Origin(word.text(), null);
    }

    private Value coded(Section section, String key, String list) {
        Entry entry = section.need(key, "a word of the list " + list + ", such as {const: ...}");
        Value value = values.value(entry);
        ClaimParser.checkCodes(entry, list, value);
        return value;
    }
}
