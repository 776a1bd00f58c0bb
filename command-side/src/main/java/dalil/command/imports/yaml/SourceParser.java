package dalil.command.imports.yaml;

import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.SourceSpec;
import dalil.command.imports.profile.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code kind: source}. */
final class SourceParser {

    private final Names names;
    private final Set<String> before = new HashSet<>();

    SourceParser(Names names) {
        this.names = names;
    }

    Emit.Source source(Section section) {
        section.only("kind", "called", "forEach", "as", "when", "id", "existence", "words", "set");
        Each each = new Each(names, section, List.of());
        if (each.forEach() != null && section.has("called")) {
            throw section.wrong("a source that is called by a name is one for the row, without forEach");
        }
        Entry set = section.need("set", "type and name, and what else is known of the source");
        SourceSpec spec = each.sayings().spec(set.section(), null);
        if (spec.origin() != null
                && spec.origin().from() instanceof Saying.Called called
                && !before.contains(called.name())) {
            throw set.wrong("the source " + called.name() + " is the origin of this one and has to stand before it");
        }
        Value words = each.optional("words");
        if (words != null) {
            names.protect(words);
        }
        section.need("id", "the column that tells sources apart, such as their address");
        before.add(section.text("called", "a source without a name"));
        return new Emit.Source(
                each.forEach(),
                each.when(),
                each.id(),
                section.text("called", ""),
                spec,
                existence(section.get("existence")),
                words,
                section.entry().line());
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
}
