package dalil.command.imports.yaml;

import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Join;
import dalil.command.imports.profile.Layout;
import dalil.command.imports.profile.Layout.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code records:} and {@code joins:}: where the rows are and how they are written. */
final class RecordsParser {

    private static final List<String> LAYOUT =
            List.of("format", "at", "charset", "delimiter", "quote", "skip", "header", "optional");

    private RecordsParser() {}

    static Layout records(Section section) {
        return layout(only(section, "file"));
    }

    static List<Join> joins(Section section, Names names) {
        List<Join> joins = new ArrayList<>();
        section.all().forEach((name, entry) -> {
            Section join = only(entry.section(), "file", "key", "equals");
            Entry key = join.need("key", "the column of this file that names the row it belongs to");
            Entry equalTo = join.need("equals", "the column of the row that has the same value");
            joins.add(new Join(
                    name,
                    new Glob(join.need("file", "which of the inputs it is, such as \"*injuries*\"")
                            .words()),
                    layout(join),
                    new Names().column(key, key.words(), List.of()),
                    names.column(equalTo, equalTo.words(), List.of()),
                    entry.line()));
        });
        return joins;
    }

    private static Section only(Section section, String... more) {
        return section.only(Stream.concat(LAYOUT.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private static Layout layout(Section section) {
        Format format = section.need("format", "json, json-lines, csv or lines").oneOf(Format.class);
        refuseOthers(section, format == Format.JSON, "at", "json");
        for (String key : List.of("delimiter", "quote", "skip", "header")) {
            refuseOthers(section, format == Format.CSV, key, "csv");
        }
        Entry header = section.get("header");
        Entry optional = section.get("optional");
        return new Layout(
                format,
                format == Format.JSON
                        ? at(section.need("at", "where the list of rows is, such as data[] or []"))
                        : List.of(),
                charset(section),
                character(section, "delimiter", ','),
                character(section, "quote", '"'),
                skip(section.get("skip")),
                header == null ? List.of() : header.texts(),
                optional == null ? List.of() : optional.texts());
    }

    private static int skip(@Nullable Entry entry) {
        if (entry != null && !entry.text().matches("[0-9]{1,4}")) {
            throw entry.wrong("how many lines stand before the header was expected, such as 1");
        }
        return entry == null ? 0 : Integer.parseInt(entry.text());
    }

    private static void refuseOthers(Section section, boolean fits, String key, String format) {
        if (section.has(key) && !fits) {
            throw section.need(key, "").wrong("only format: " + format + " has this");
        }
    }

    private static List<String> at(Entry entry) {
        String path = entry.words();
        if (!path.endsWith("[]") || path.indexOf("[]") < path.length() - 2) {
            throw entry.wrong("a path to one list was expected, with [] at its end, such as data[] or result.items[]");
        }
        String names = path.substring(0, path.length() - 2);
        return names.isEmpty() ? List.of() : Arrays.asList(names.split("\\."));
    }

    private static Charset charset(Section section) {
        Entry entry = section.get("charset");
        if (entry == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(entry.text());
        } catch (IllegalArgumentException unknown) {
            throw entry.wrong("the name of a charset was expected, such as utf-8, windows-1251, iso-8859-1");
        }
    }

    private static char character(Section section, String key, char otherwise) {
        Entry entry = section.get(key);
        if (entry == null) {
            return otherwise;
        }
        String text = entry.text().equals("tab") ? "\t" : entry.text();
        if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
            throw entry.wrong("one character was expected, such as \";\", or the word tab");
        }
        return text.charAt(0);
    }
}
