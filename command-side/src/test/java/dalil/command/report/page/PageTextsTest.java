package dalil.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.vocabulary.Vocabularies;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private static String language(@Nullable String asked, @Nullable String wishes) {
        return PageTexts.of(asked, wishes).language();
    }

    @Test
    void speaks_the_language_asked_for_or_wished_for_or_kyrgyz() {
        assertThat(language("ru", "en")).isEqualTo("ru");
        assertThat(language(null, "ru-RU,ru;q=0.9,en;q=0.8")).isEqualTo("ru");
        assertThat(language(null, "de-DE,de;q=0.9,en;q=0.8,ky;q=0.1")).isEqualTo("en");
        assertThat(language(null, "ky-Cyrl-KG")).isEqualTo("ky");
        for (@Nullable String other : new @Nullable String[] {null, "", "*", "de", "\u0000", "x".repeat(5_000), ";q=", "en;q=7"}) {
            assertThat(language(null, other)).as(String.valueOf(other)).isEqualTo("ky");
        }
        assertThat(language("xx", null)).isEqualTo("ky");
        assertThat(language("<script>", "en")).isEqualTo("en");
    }

    @Test
    void says_that_a_machine_made_the_texts_where_it_did() {
        for (String language : new String[] {"ky", "ru"}) {
            assertThat(PageTexts.in(language).get("notice"))
                    .isEqualTo(Vocabularies.notice(language))
                    .contains("machine-made, unreviewed");
        }
    }

    @Test
    void does_not_load_where_a_language_lacks_a_text() {
        Properties all = new Properties();
        all.setProperty("title", "t");
        all.setProperty("send", "s");
        Properties some = new Properties();
        some.setProperty("title", "t");
        assertThatThrownBy(() -> PageTexts.load(language -> language.equals("ru") ? some : all))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("page_ru does not have the texts of the others");
        Properties blank = new Properties();
        blank.setProperty("title", "t");
        blank.setProperty("send", " ");
        assertThatThrownBy(() -> PageTexts.load(language -> blank))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("page_ky has an empty text");
    }
}
