package dalil.command.imports.yaml;

import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.FigureSpec;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.SourceSpec.Origin;
import dalil.command.imports.profile.Value;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code kind: figure}: one, or one for each of several columns. */
final class FigureParser {

    private static final List<String> KEYS = List.of(
            "publisher",
            "origin",
            "reportedVia",
            "published",
            "asOf",
            "measure",
            "measureWords",
            "unit",
            "period",
            "population",
            "populationWords",
            "includes",
            "qualifier",
            "value",
            "partOf",
            "note",
            "place");
    private static final List<String> INCLUDES = List.of("dead", "securityForces", "medics");
    private static final String NOT_STATED = "not-stated";

    private final Names names;
    private final OnlyOne withoutId = new OnlyOne("figure of the row");

    FigureParser(Names names) {
        this.names = names;
    }

    /** What is set, and from which of two sections: what a column has of its own goes before what all have. */
    private record Set(@Nullable Section own, Section all) {

        @Nullable Entry get(String key) {
            Entry entry = own == null ? null : own.get(key);
            return entry == null ? all.get(key) : entry;
        }

        Entry need(String key, String expected) {
            Entry entry = get(key);
            return entry == null ? all.need(key, expected) : entry;
        }
    }

    List<Emit.Figure> figures(Section section) {
        section.only("kind", "called", "forEach", "as", "when", "id", "columns", "set");
        Each each = new Each(names, section, List.of());
        Section all = section.need("set", "what the figure is of").section().only(KEYS.toArray(String[]::new));
        Entry columns = section.get("columns");
        if (columns == null) {
            withoutId.check(section);
            if (each.forEach() != null && section.has("called")) {
                throw section.wrong("a figure that is called by a name is one for the row, without forEach");
            }
            Set set = new Set(null, all);
            Entry value = set.need("value", "the column with the number");
            return List.of(figure(section, each, each.id(), set, each.claims().range(value, "a figure")));
        }
        if (section.has("called") || all.has("value")) {
            throw section.wrong(
                    "each of the columns is the value of a figure of its own; called and value go without them");
        }
        List<Emit.Figure> figures = new ArrayList<>();
        columns.section().all().forEach((column, own) -> {
            List<Value> id = new ArrayList<>(each.id());
            id.add(new Value.Constant(column));
            Value.OfColumn value = each.values().ofColumn(own, column);
            names.refuseProtected(own, value, "a figure");
            Set set = new Set(own.section().only(KEYS.toArray(String[]::new)), all);
            figures.add(figure(section, each, id, set, new ClaimSpec.Range(value, null, null)));
        });
        return figures;
    }

    private Emit.Figure figure(Section section, Each each, List<Value> id, Set set, ClaimSpec.Range value) {
        Entry published = set.get("published");
        Entry origin = set.get("origin");
        FigureSpec figure = new FigureSpec(
                saying(each, set.get("publisher")),
                origin == null
                        ? new Origin(SourceFact.ORIGIN_UNKNOWN, null)
                        : each.sayings().origin(origin),
                saying(each, set.get("reportedVia")),
                published == null ? null : each.values().value(published),
                asOf(each, set.get("asOf")),
                codes(each, set),
                texts(each, set),
                value,
                partOf(each, set.get("partOf")),
                place(each, set.get("place")));
        return new Emit.Figure(
                each.forEach(),
                each.when(),
                id,
                section.text("called", ""),
                figure,
                section.entry().line());
    }

    private static @Nullable Saying saying(Each each, @Nullable Entry entry) {
        return entry == null ? null : each.sayings().saying(entry);
    }

    private FigureSpec.@Nullable AsOf asOf(Each each, @Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        Entry words = entry.isSection() ? entry.section().get("words") : null;
        Value ownWords = words == null ? null : each.values().value(words);
        if (ownWords != null) {
            names.protect(ownWords);
        }
        return new FigureSpec.AsOf(each.claims().time(entry), ownWords);
    }

    private static Map<String, Value> codes(Each each, Set set) {
        Map<String, Value> codes = new TreeMap<>();
        codes.put("measure", code(each, set.need("measure", "a word of the list figure-measure"), "figure-measure"));
        codes.put("unit", codeOr(each, set.get("unit"), "figure-unit", "persons"));
        codes.put("period", codeOr(each, set.get("period"), "figure-period", NOT_STATED));
        codes.put("population", codeOr(each, set.get("population"), "figure-population", NOT_STATED));
        codes.put("qualifier", codeOr(each, set.get("qualifier"), "figure-qualifier", ""));
        Entry entry = set.get("includes");
        Section includes = entry == null ? null : entry.section().only(INCLUDES.toArray(String[]::new));
        for (String who : INCLUDES) {
            codes.put(
                    "includes." + who, codeOr(each, includes == null ? null : includes.get(who), "yes-no", NOT_STATED));
        }
        return codes;
    }

    private static Value codeOr(Each each, @Nullable Entry entry, String list, String otherwise) {
        return entry == null ? new Value.Constant(otherwise) : code(each, entry, list);
    }

    private static Value code(Each each, Entry entry, String list) {
        Value value = each.values().value(entry);
        ClaimParser.checkCodes(entry, list, value);
        return value;
    }

    private Map<String, Value> texts(Each each, Set set) {
        Map<String, Value> texts = new TreeMap<>();
        for (String key : List.of("measureWords", "populationWords", "note")) {
            Entry entry = set.get(key);
            if (entry != null) {
                Value text = each.values().value(entry);
                names.protect(text);
                texts.put(key, text);
            }
        }
        return texts;
    }

    private FigureSpec.@Nullable PartOf partOf(Each each, @Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        if (entry.isText()) {
            if (!names.figures.contains(entry.text())) {
                throw entry.wrong("no figure of the row is called so; called: names it, or write {ref: column}");
            }
            return new FigureSpec.PartOf(entry.text(), List.of(), List.of());
        }
        Section section = entry.section().only("ref", "id");
        Entry id = section.get("id");
        return new FigureSpec.PartOf(
                "",
                values(each, section.need("ref", "what names the row of the whole, as id: names this one")),
                id == null ? List.of() : values(each, id));
    }

    /** Who knows the path of a place knows what a protected column says. */
    private List<Value> place(Each each, @Nullable Entry entry) {
        if (entry == null) {
            return List.of();
        }
        List<Value> path = values(each, entry);
        path.forEach(level -> names.refuseProtected(entry, level, "the place of a figure"));
        return path;
    }

    private static List<Value> values(Each each, Entry entry) {
        return entry.oneOrMore().stream().map(each.values()::value).toList();
    }
}
