package dalil.command.imports.mapping.value;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Take;
import dalil.command.imports.profile.Value;
import dalil.command.imports.profile.WordMap;
import dalil.events.vocabulary.Vocabularies;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a profile are in a row. */
public final class Values {

    private static final int SHOWN = 80;

    private Values() {}

    /** The value, if there is one. More than one is a fault of the profile, or of the row. */
    public static Optional<Found> one(Value value, Scope scope) {
        List<Found> all = all(value, scope);
        if (all.size() > 1) {
            throw new RowProblem(
                    all.get(0).column(), "several-values", "one value was expected, there are " + all.size());
        }
        return all.stream().findFirst();
    }

    public static List<Found> all(Value value, Scope scope) {
        if (value instanceof Value.OfColumn of) {
            return ofColumn(of, scope);
        }
        if (value instanceof Value.Constant constant) {
            return List.of(new Found(constant.text(), "", false));
        }
        if (value instanceof Value.NoAnswer none) {
            return List.of(new Found(none.answer(), "", true));
        }
        if (value instanceof Value.Template template) {
            return template(template, scope);
        }
        if (value instanceof Value.First first) {
            for (Value candidate : first.values()) {
                List<Found> found = all(candidate, scope);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }
        List<Found> several = new ArrayList<>();
        ((Value.Several) value).values().forEach(one -> several.addAll(all(one, scope)));
        return several;
    }

    /** The texts at a column, split, before any map: what the file itself says. */
    public static List<String> raw(Value.OfColumn of, Scope scope) {
        List<String> texts = new ArrayList<>();
        for (String text : scope.texts(of.column(), of.nulls())) {
            String[] parts = of.split().isEmpty() ? new String[] {text} : text.split(Pattern.quote(of.split()), -1);
            for (String part : parts) {
                String value = taken(of.take(), part.strip());
                if (!scope.isNull(value, of.nulls())) {
                    texts.add(value);
                }
            }
        }
        return texts;
    }

    /** Empty if there is no such part. */
    private static String taken(Take take, String text) {
        if (take instanceof Take.Host) {
            return host(text);
        }
        return take instanceof Take.Part part
                ? part.pattern().read(text).map(part::of).orElse("")
                : text;
    }

    private static List<Found> ofColumn(Value.OfColumn of, Scope scope) {
        List<Found> found = new ArrayList<>();
        for (String text : raw(of, scope)) {
            String answer = of.answers().isEmpty() ? null : of.answers().get(PlainWord.of(text));
            if (answer != null) {
                found.add(new Found(answer, of.column().text(), true));
            } else if (of.words() != null) {
                mapped(of.words(), of.column(), text, scope).ifPresent(found::add);
            } else if (of.dates() != null) {
                dated(of.dates(), of.column(), text).ifPresent(found::add);
            } else {
                found.add(new Found(text, of.column().text(), false));
            }
        }
        return found;
    }

    private static Optional<Found> mapped(WordMap map, Column column, String word, Scope scope) {
        if (map.label() && !scope.isProtected(column)) {
            scope.labels().add(word);
        }
        Optional<String> code = map.code(word);
        if (code.isPresent()) {
            return Optional.of(new Found(code.get(), column.text(), false));
        }
        return switch (map.otherwise()) {
            case LABEL -> Optional.empty();
            case UNKNOWN -> Optional.of(new Found("unknown", column.text(), !hasUnknown(map)));
            case REJECT ->
                throw new RowProblem(
                        column,
                        "unknown-word",
                        (scope.isProtected(column) ? "a word" : "the word \"" + shown(word) + "\"")
                                + " is not in the map vocabulary." + map.name());
        };
    }

    /** A list without the code {@code unknown} has the answer of that name. */
    private static boolean hasUnknown(WordMap map) {
        return map.list() == null || Vocabularies.find(map.list()).orElseThrow().has("unknown");
    }

    private static Optional<Found> dated(DateFormat dates, Column column, String text) {
        try {
            String edtf = dates.read(text).edtf();
            return edtf == null ? Optional.empty() : Optional.of(new Found(edtf, column.text(), false));
        } catch (IllegalArgumentException wrong) {
            throw new RowProblem(column, "bad-date", String.valueOf(wrong.getMessage()));
        }
    }

    private static List<Found> template(Value.Template template, Scope scope) {
        StringBuilder text = new StringBuilder(template.texts().get(0));
        for (int i = 0; i < template.columns().size(); i++) {
            List<String> parts = scope.texts(template.columns().get(i), List.of());
            if (parts.isEmpty()) {
                return List.of();
            }
            text.append(parts.get(0)).append(template.texts().get(i + 1));
        }
        String column =
                template.columns().isEmpty() ? "" : template.columns().get(0).text();
        return List.of(new Found(text.toString(), column, false));
    }

    /** The host of a web address; nothing if it is none. */
    private static String host(String address) {
        try {
            String host = URI.create(address.contains("://") ? address : "http://" + address)
                    .getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            int from = address.indexOf("://");
            int to = from < 0 ? -1 : indexOfAny(address, from + 3);
            return from < 0 ? "" : address.substring(from + 3, to).toLowerCase(Locale.ROOT);
        }
    }

    private static int indexOfAny(String address, int from) {
        int at = from;
        while (at < address.length() && "/?#: ".indexOf(address.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    public static String shown(String word) {
        String line = word.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
