package dalil.events.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One list of codes, in the order in which it is shown, with a label for each code in each language. */
public final class Vocabulary {

    private final String name;
    private final Optional<Thesaurus> huridocs;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, Labels> labels;

    /** The labels of the list in one language: its title, and a label by code. */
    record Labels(String title, Map<String, String> byCode) {}

    Vocabulary(String name, Optional<Thesaurus> huridocs, List<Term> terms, Map<String, Labels> labels) {
        this.name = name;
        this.huridocs = huridocs;
        terms.forEach(term -> this.terms.put(term.code(), term));
        this.labels = Map.copyOf(labels);
    }

    /** As on the wire: {@code incident-link}. */
    public String name() {
        return name;
    }

    /** The HURIDOCS list it follows, if it follows one. */
    public Optional<Thesaurus> huridocs() {
        return huridocs;
    }

    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    public boolean has(String code) {
        return terms.containsKey(code);
    }

    /** What the list is called, for a reader of the language. */
    public String title(String language) {
        return in(language).title();
    }

    /** @throws IllegalArgumentException if the list does not have the code, or there are no labels in the language */
    public String label(String code, String language) {
        @Nullable String label = in(language).byCode().get(code);
        if (label == null) {
            throw new IllegalArgumentException("the list " + name + " does not have this code");
        }
        return label;
    }

    private Labels in(String language) {
        @Nullable Labels found = labels.get(language);
        if (found == null) {
            throw new IllegalArgumentException("labels are in " + String.join(", ", Vocabularies.LANGUAGES));
        }
        return found;
    }

    @Override
    public String toString() {
        return name;
    }
}
