package dalil.events.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All lists of the register, read once from {@code dalil/vocabulary}. Every list has every label in every language, or nothing loads. */
public final class Vocabularies {

    static final List<String> LANGUAGES = List.of("en", "ru", "ky");

    private static final Pattern HURIDOCS_LIST =
            Pattern.compile("([0-9]{1,2}) (.+?)( \\(adapted, not the numbered list verbatim\\))?");
    private static final Vocabularies BUNDLED = load(Vocabularies::bundled);

    private final Map<String, Vocabulary> lists;
    private final Map<String, ListFile> languages;

    private Vocabularies(Map<String, Vocabulary> lists, Map<String, ListFile> languages) {
        this.lists = Collections.unmodifiableMap(lists);
        this.languages = languages;
    }

    public static Optional<Vocabulary> find(String list) {
        return Optional.ofNullable(BUNDLED.lists.get(list));
    }

    /** In the order of the file. */
    public static Collection<Vocabulary> all() {
        return BUNDLED.lists.values();
    }

    /** The languages there are labels in: en, ru, ky. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /**
     * What users are told about the labels of a language, in that language: who wrote them and whether a person has read them.
     *
     * @throws IllegalArgumentException if there are no labels in the language
     */
    public static String notice(String language) {
        return BUNDLED.said(language, "@notice");
    }

    /** Who reviewed the labels of a language, in English: a person, or {@code machine-made, unreviewed}. */
    public static String reviewer(String language) {
        return BUNDLED.said(language, "@reviewer");
    }

    private String said(String language, String key) {
        @Nullable ListFile file = languages.get(language);
        if (file == null) {
            throw new IllegalArgumentException("labels are in " + String.join(", ", LANGUAGES));
        }
        return needed(file.head(), key, language);
    }

    /** Package-private for the tests of what refuses to load. */
    static Vocabularies load(Function<String, String> file) {
        ListFile codes = ListFile.parse("lists.txt", file.apply("lists.txt"));
        Map<String, ListFile> languages = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String name = "labels_" + language + ".txt";
            ListFile labels = ListFile.parse(name, file.apply(name));
            needed(labels.head(), "@reviewer", name);
            needed(labels.head(), "@notice", name);
            if (!labels.sections().keySet().equals(codes.sections().keySet())) {
                throw new IllegalStateException(name + " does not have the lists of lists.txt");
            }
            languages.put(language, labels);
        }
        Map<String, Vocabulary> lists = new LinkedHashMap<>();
        codes.sections().forEach((list, entries) -> lists.put(list, vocabulary(list, entries, languages)));
        return new Vocabularies(lists, languages);
    }

    private static Vocabulary vocabulary(String list, Map<String, String> entries, Map<String, ListFile> languages) {
        List<Term> terms = new ArrayList<>();
        Optional<Thesaurus> huridocs = Optional.empty();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (entry.getKey().equals("@huridocs")) {
                huridocs = Optional.of(thesaurus(list, entry.getValue()));
            } else {
                terms.add(new Term(entry.getKey(), entry.getValue()));
            }
        }
        Map<String, Vocabulary.Labels> labels = new LinkedHashMap<>();
        languages.forEach((language, file) -> labels.put(language, labels(list, entries, language, file)));
        return new Vocabulary(list, huridocs, terms, labels);
    }

    private static Thesaurus thesaurus(String list, String text) {
        Matcher parts = HURIDOCS_LIST.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("lists.txt: @huridocs of " + list + " is not a number and a name");
        }
        return new Thesaurus(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3) != null);
    }

    private static Vocabulary.Labels labels(String list, Map<String, String> codes, String language, ListFile file) {
        String where = language + ", list " + list;
        Map<String, String> byCode = new LinkedHashMap<>(file.sections().getOrDefault(list, Map.of()));
        String title = needed(byCode, "@title", where);
        byCode.remove("@title");
        for (String code : codes.keySet()) {
            if (!code.startsWith("@")) {
                needed(byCode, code, where);
            }
        }
        if (!codes.keySet().containsAll(byCode.keySet())) {
            throw new IllegalStateException(where + ": a label without a code");
        }
        return new Vocabulary.Labels(title, Map.copyOf(byCode));
    }

    private static String needed(Map<String, String> entries, String key, String where) {
        @Nullable String value = entries.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(where + ": " + key + " is missing");
        }
        return value;
    }

    private static String bundled(String name) {
        try (@Nullable InputStream in = Vocabularies.class.getResourceAsStream("/dalil/vocabulary/" + name)) {
            if (in == null) {
                throw new IllegalStateException("dalil/vocabulary/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
