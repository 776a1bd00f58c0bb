package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Take;
import dalil.command.imports.profile.Value;
import dalil.command.imports.profile.WordMap;
import dalil.events.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values: a column by its name, or keys that say more. */
final class ValueParser {

    /** Every key that a value may have. */
    static final List<String> KEYS = List.of(
            "column", "const", "template", "first", "answer", "split", "take", "null", "answers", "map", "dates");

    private static final List<String> KINDS = List.of("column", "const", "template", "first", "answer");
    private static final List<String> OF_COLUMN = List.of("split", "take", "null", "answers", "map", "dates");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{([^{}]+)}");

    private final Names names;
    private final List<String> items;

    /** @param items what the {@code forEach}es around it call their things */
    ValueParser(Names names, List<String> items) {
        this.names = names;
        this.items = items;
    }

    /** A value that stands alone. */
    Value value(Entry entry) {
        if (entry.isText()) {
            return ofColumn(entry);
        }
        if (entry.isList()) {
            return new Value.Several(entry.list().stream().map(this::value).toList());
        }
        return value(entry.section().only(KEYS.toArray(String[]::new)));
    }

    /** A value among other keys, which the caller has checked. */
    Value value(Section section) {
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            throw section.wrong("exactly one of " + String.join(", ", KINDS) + " was expected");
        }
        if (!kinds.get(0).equals("column")) {
            OF_COLUMN.stream().filter(section::has).findFirst().ifPresent(key -> {
                throw section.need(key, "").wrong("only a column can have this");
            });
        }
        Entry entry = section.need(kinds.get(0), "");
        return switch (kinds.get(0)) {
            case "const" -> new Value.Constant(entry.words());
            case "template" -> template(entry);
            case "first" ->
                new Value.First(entry.list().stream().map(this::value).toList());
            case "answer" -> answer(entry);
            default -> column(section);
        };
    }

    /** A column, where nothing else will do. */
    Value.OfColumn column(Section section) {
        Entry column = section.need("column", "a column or a path");
        Entry take = section.get("take");
        Entry map = section.get("map");
        WordMap words = map == null ? null : names.vocabulary(map);
        Entry dates = section.get("dates");
        DateFormat format = dates == null ? null : names.dates(dates);
        Entry nulls = section.get("null");
        Entry split = section.get("split");
        if (split != null && split.text().isEmpty()) {
            throw split.wrong("what stands between two values was expected, such as \";\"");
        }
        return new Value.OfColumn(
                names.column(column, column.words(), items),
                split == null ? "" : split.text(),
                take(take),
                nulls == null ? List.of() : nulls.texts(),
                answers(section.get("answers")),
                words,
                format);
    }

    private static Take take(@Nullable Entry entry) {
        if (entry == null) {
            return new Take.Whole();
        }
        try {
            return entry.text().equals("host") ? new Take.Host() : Take.Part.of(entry.words());
        } catch (IllegalArgumentException wrong) {
            throw entry.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    /** The publisher's words for not saying, each with ours. */
    private static Map<String, String> answers(@Nullable Entry entry) {
        Map<String, String> answers = new HashMap<>();
        if (entry != null) {
            entry.section().all().forEach((answer, tokens) -> {
                checkAnswer(tokens, answer);
                tokens.texts().forEach(token -> answers.put(PlainWord.of(token), answer));
            });
        }
        return Map.copyOf(answers);
    }

    Value.OfColumn ofColumn(Entry entry) {
        return ofColumn(entry, entry.words());
    }

    /** A column that is named elsewhere than in the entry's own text. */
    Value.OfColumn ofColumn(Entry entry, String column) {
        return new Value.OfColumn(
                names.column(entry, column, items), "", new Take.Whole(), List.of(), Map.of(), null, null);
    }

    private static Value answer(Entry entry) {
        checkAnswer(entry, entry.text());
        return new Value.NoAnswer(entry.text());
    }

    private static void checkAnswer(Entry at, String answer) {
        if (!Vocabularies.find("answer").orElseThrow().has(answer)) {
            throw at.wrong("one of unknown, not-asked, refused, none was expected");
        }
    }

    private Value template(Entry entry) {
        List<String> texts = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        String template = entry.words();
        Matcher matcher = IN_TEMPLATE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            Column column = names.column(entry, matcher.group(1), items);
            if (column.many()) {
                throw entry.wrong("a template takes columns of one value; " + column.text() + " may have several");
            }
            columns.add(column);
            texts.add(template.substring(end, matcher.start()));
            end = matcher.end();
        }
        texts.add(template.substring(end));
        return new Value.Template(texts, columns);
    }
}
