package dalil.events.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VocabulariesTest {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KYRGYZ_LETTER = Pattern.compile("[ңөүҢӨҮ]");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

    @Test
    void every_code_has_a_label_in_every_language() {
        assertThat(Vocabularies.languages()).containsExactly("en", "ru", "ky");
        for (Vocabulary list : Vocabularies.all()) {
            assertThat(list.terms()).as(list.name()).isNotEmpty();
            for (String language : Vocabularies.languages()) {
                assertThat(list.title(language))
                        .as("%s %s", list.name(), language)
                        .isNotBlank();
                for (Term term : list.terms()) {
                    assertThat(list.label(term.code(), language))
                            .as("%s/%s %s", list.name(), term.code(), language)
                            .isNotBlank()
                            .isEqualTo(list.label(term.code(), language).strip());
                }
            }
        }
    }

    @Test
    void labels_of_one_list_differ_from_each_other() {
        for (Vocabulary list : Vocabularies.all()) {
            for (String language : Vocabularies.languages()) {
                assertThat(list.terms().stream().map(term -> list.label(term.code(), language)))
                        .as("%s %s", list.name(), language)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void codes_are_lower_case_words_and_not_repeated() {
        for (Vocabulary list : Vocabularies.all()) {
            assertThat(list.name()).matches(CODE);
            assertThat(list.terms().stream().map(Term::code))
                    .as(list.name())
                    .doesNotHaveDuplicates()
                    .allMatch(code -> CODE.matcher(code).matches());
        }
    }

    @Test
    void labels_are_in_their_language() {
        int kyrgyzLetters = 0;
        int sameInBoth = 0;
        int terms = 0;
        for (Vocabulary list : Vocabularies.all()) {
            for (Term term : list.terms()) {
                String russian = list.label(term.code(), "ru");
                String kyrgyz = list.label(term.code(), "ky");
                assertThat(russian).as("%s/%s", list.name(), term.code()).doesNotContainPattern(LATIN_WORD);
                assertThat(russian).doesNotContainPattern(KYRGYZ_LETTER);
                assertThat(kyrgyz).as("%s/%s", list.name(), term.code()).doesNotContainPattern(LATIN_WORD);
                kyrgyzLetters += KYRGYZ_LETTER.matcher(kyrgyz).find() ? 1 : 0;
                sameInBoth += russian.equals(kyrgyz) ? 1 : 0;
                terms++;
            }
        }
        assertThat(kyrgyzLetters).isGreaterThan(terms / 4);
        assertThat(sameInBoth).isLessThan(terms / 20);
    }

    @Test
    void says_who_reviewed_each_language() {
        assertThat(Vocabularies.notice("en")).isEqualTo("written by the project");
        assertThat(Vocabularies.reviewer("en")).isEqualTo("written by the project");
        for (String language : List.of("ru", "ky")) {
            assertThat(Vocabularies.reviewer(language)).isEqualTo("machine-made, unreviewed");
            assertThat(Vocabularies.notice(language))
                    .contains("(machine-made, unreviewed)")
                    .containsPattern("[а-я]");
        }
        assertThatThrownBy(() -> Vocabularies.notice("de"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels are in en, ru, ky");
    }

    @Test
    void has_the_codes_that_were_approved_and_no_others() throws IOException {
        Set<String> approved =
                new LinkedHashSet<>(resource("approved-codes.txt").lines().toList());
        Set<String> codes = new LinkedHashSet<>();
        Vocabularies.all().forEach(list -> list.terms().forEach(term -> codes.add(list.name() + "/" + term.code())));
        Set<String> gone = new LinkedHashSet<>(approved);
        gone.removeAll(codes);
        assertThat(gone).as("codes are for ever: these are gone or renamed").isEmpty();
        Set<String> added = new LinkedHashSet<>(codes);
        added.removeAll(approved);
        assertThat(added)
                .as("new codes: add them to approved-codes.txt to be reviewed")
                .isEmpty();
    }

    @Test
    void a_term_follows_a_term_of_the_list_that_its_vocabulary_follows_and_no_other_does() {
        for (Vocabulary list : Vocabularies.all()) {
            List<String> followed = new ArrayList<>();
            for (Term term : list.terms()) {
                if (!term.huridocs().isEmpty()) {
                    int number = list.huridocs().orElseThrow().number();
                    assertThat(term.huridocs()).as(term.code()).matches(number + ":[0-9]{12} [A-Z].+");
                    followed.add(term.huridocs());
                }
            }
            assertThat(followed).as(list.name()).doesNotHaveDuplicates();
            assertThat(followed.isEmpty())
                    .as(list.name())
                    .isEqualTo(list.huridocs().isEmpty());
        }
    }

    @Test
    void has_all_terms_of_the_numbered_lists_it_takes_whole() {
        Map<String, Integer> sizes = Map.of(
                "incident-link",
                7,
                "source-type",
                27,
                "source-connection",
                22,
                "source-reliability",
                6,
                "attribution",
                14,
                "medical-attention",
                14,
                "autopsy",
                4,
                "death-certificate",
                5);
        for (Vocabulary list : Vocabularies.all()) {
            boolean whole =
                    list.huridocs().isPresent() && !list.huridocs().get().adapted();
            assertThat(whole).as(list.name()).isEqualTo(sizes.containsKey(list.name()));
            if (whole) {
                assertThat(list.terms().stream().filter(term -> !term.huridocs().isEmpty()))
                        .as(list.name())
                        .hasSize(sizes.getOrDefault(list.name(), 0));
            }
        }
        Vocabulary link = Vocabularies.find("incident-link").orElseThrow();
        assertThat(link.huridocs()).contains(new Thesaurus(22, "Types of Chain of Events", false));
        assertThat(link.terms())
                .contains(new Term("causes", "22:030000000000 Event which causes another event"))
                .contains(new Term("contradicts", ""))
                .hasSize(7 + 1);
        Vocabulary attention = Vocabularies.find("medical-attention").orElseThrow();
        assertThat(attention.huridocs()).contains(new Thesaurus(37, "Medical Attention", false));
        assertThat(attention.terms())
                .contains(new Term("adequate", "37:020500000000 Adequate medical attention was provided"))
                .hasSize(14);
        assertThat(Vocabularies.find("autopsy").orElseThrow().huridocs())
                .contains(new Thesaurus(34, "Autopsy Results", false));
        assertThat(Vocabularies.find("death-certificate").orElseThrow().huridocs())
                .contains(new Thesaurus(35, "Death Certificate", false));
        assertThat(Vocabularies.find("role").orElseThrow().huridocs())
                .contains(new Thesaurus(23, "Relevant Characteristics", true));
    }

    @Test
    void tells_a_patient_who_declines_from_a_facility_that_does_not_take_the_patient_in() {
        Vocabulary outcome = Vocabularies.find("outcome").orElseThrow();
        assertThat(outcome.label("refused-admission", "en")).startsWith("The patient declined");
        assertThat(outcome.label("turned-away", "en")).startsWith("The facility did not");
        assertThat(outcome.label("refused-admission", "ru")).contains("Отказ пациента");
        assertThat(outcome.label("turned-away", "ru")).contains("Отказ учреждения");
        assertThat(outcome.label("refused-admission", "ky")).startsWith("Бейтаптын");
        assertThat(outcome.label("turned-away", "ky")).startsWith("Мекеменин");
    }

    @Test
    void has_no_words_that_judge() {
        Pattern judging = Pattern.compile("riot|storm|attack|peaceful|mob|terror|hooligan|extrem");
        Pattern judgingRussian = Pattern.compile("(?i)беспоряд|штурм|напад|атак|мирн|погром|хулиган|террор|экстремис");
        for (Vocabulary list : Vocabularies.all()) {
            for (Term term : list.terms()) {
                assertThat(term.code()).doesNotContainPattern(judging);
                assertThat(list.label(term.code(), "en").toLowerCase(Locale.ROOT))
                        .doesNotContainPattern(judging);
                assertThat(list.label(term.code(), "ru")).doesNotContainPattern(judgingRussian);
            }
        }
    }

    @Test
    void finds_a_list_by_its_name_only() {
        Vocabulary usedBy = Vocabularies.find("used-by").orElseThrow();
        assertThat(usedBy.name()).isEqualTo("used-by");
        assertThat(usedBy.has("state-force")).isTrue();
        assertThat(usedBy.has("State-force")).isFalse();
        assertThat(usedBy.has("@huridocs")).isFalse();
        assertThat(usedBy.label("crowd-member", "en")).isEqualTo("Person in the crowd");
        assertThat(Vocabularies.find("Used-By")).isEmpty();
        assertThat(Vocabularies.find("")).isEmpty();
        assertThatThrownBy(() -> usedBy.label("police", "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the list used-by does not have this code");
        assertThatThrownBy(() -> usedBy.label("@title", "en")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usedBy.label("unknown", "kg"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels are in en, ru, ky");
    }

    @Test
    void does_not_load_files_that_do_not_fit_together() {
        String lists = "[yes-no]\nyes =\nno =\n";
        String labels = "@reviewer = nobody\n@notice = none\n[yes-no]\n@title = T\nyes = Y\nno = N\n";
        Vocabularies.load(files(lists, labels)::get);
        refuses(lists, labels.replace("no = N\n", ""), "en, list yes-no: no is missing");
        refuses(lists, labels.replace("no = N", "no ="), "en, list yes-no: no is missing");
        refuses(lists, labels + "maybe = M\n", "en, list yes-no: a label without a code");
        refuses(lists, labels.replace("@title = T\n", ""), "en, list yes-no: @title is missing");
        refuses(lists, labels.replace("@notice = none\n", ""), "labels_en.txt: @notice is missing");
        refuses(lists, labels + "yes = again\n", "labels_en.txt:7 repeats a key");
        refuses(lists, labels + "[other]\n@title = O\n", "labels_en.txt does not have the lists of lists.txt");
        refuses(lists + "[yes-no]\n", labels, "lists.txt:4 repeats a list");
        refuses(lists + "Yes = 1\n", labels, "lists.txt:4 is neither [list] nor key = value");
        refuses(lists + "@huridocs = some list\n", labels, "lists.txt: @huridocs of yes-no is not a number and a name");
    }

    private static void refuses(String lists, String labels, String message) {
        assertThatThrownBy(() -> Vocabularies.load(files(lists, labels)::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private static Map<String, String> files(String lists, String labels) {
        Map<String, String> files = new HashMap<>();
        files.put("lists.txt", lists);
        Vocabularies.languages().forEach(language -> files.put("labels_" + language + ".txt", labels));
        return files;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = VocabulariesTest.class.getResourceAsStream("/dalil/vocabulary/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
