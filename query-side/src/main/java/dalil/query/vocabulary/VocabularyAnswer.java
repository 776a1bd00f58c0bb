package dalil.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.vocabulary.Vocabularies;
import dalil.events.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One list in one language.
 *
 * @param huridocs the HURIDOCS list it follows; null where it is the register's own
 * @param terms in the order in which they are shown
 */
record VocabularyAnswer(
        String name,
        String title,
        Language language,
        @Nullable String huridocs,
        List<TermAnswer> terms) {

    /**
     * Who wrote the labels.
     *
     * @param reviewed whether a person has reviewed them
     * @param reviewer that person, or that there is none, in English
     * @param notice the same for the reader, in the language itself
     */
    record Language(String code, boolean reviewed, String reviewer, String notice) {

        static Language of(String code) {
            String reviewer = Vocabularies.reviewer(code);
            return new Language(code, !reviewer.contains("unreviewed"), reviewer, Vocabularies.notice(code));
        }
    }

    /**
     * A code and what it is called.
     *
     * @param huridocs list, code and English term that it follows; absent where it follows none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermAnswer(String code, String label, @Nullable String huridocs) {}

    /**
     * All lists in one language, without their terms.
     *
     * @param languages in which there are labels
     */
    record Index(Language language, List<String> languages, List<Listed> vocabularies) {

        static Index in(String language) {
            return new Index(
                    Language.of(language),
                    Vocabularies.languages(),
                    Vocabularies.all().stream()
                            .map(list -> new Listed(
                                    list.name(),
                                    list.title(language),
                                    list.terms().size(),
                                    "/api/vocabularies/" + list.name() + "?language=" + language))
                            .toList());
        }
    }

    /** @param terms how many there are */
    record Listed(String name, String title, int terms, String href) {}

    static VocabularyAnswer of(Vocabulary list, String language) {
        return new VocabularyAnswer(
                list.name(),
                list.title(language),
                Language.of(language),
                list.huridocs()
                        .map(follows ->
                                follows.number() + " " + follows.name() + (follows.adapted() ? " (adapted)" : ""))
                        .orElse(null),
                list.terms().stream()
                        .map(term -> new TermAnswer(
                                term.code(),
                                list.label(term.code(), language),
                                Optional.of(term.huridocs())
                                        .filter(text -> !text.isEmpty())
                                        .orElse(null)))
                        .toList());
    }
}
