package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Range;
import dalil.query.fixture.Story;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ages by what is said of them, and by birth dates. */
@SuppressWarnings("NullAway.Init")
class AgeOfPeopleTest {

    private Story story;

    @BeforeEach
    void begin(@TempDir Path folder) {
        story = new Story(folder.resolve("facts"));
    }

    @AfterEach
    void end() {
        story.close();
    }

    private String band(String band) {
        return story.count("", "age-band", band);
    }

    private String reviewed(Claim... said) {
        String person = story.person(null, said);
        story.reviewed(person, "existence", "identity", "time-and-place");
        return person;
    }

    @Test
    void a_child_is_found_by_its_birth_date_though_somebody_did_not_know_its_age() {
        reviewed(
                story.says("age", new Answer("unknown")),
                story.says("born", Story.on("2010-05")),
                story.says("time", Story.on("2020-10-05")));
        assertThat(band("5-11")).isEqualTo("1 of 1");
        assertThat(band("unknown")).isEqualTo("0 of 1");
    }

    @Test
    void a_birth_date_puts_a_person_in_its_band_beside_the_age_that_is_said() {
        reviewed(
                story.says("age", new Range(24, 24)),
                story.says("born", Story.on("1995")),
                story.says("time", Story.on("2020-10-05")));
        assertThat(band("18-24")).isEqualTo("1 of 1");
        assertThat(band("25-34")).isEqualTo("0 of 1");
        assertThat(band("contested")).isEqualTo("none");
    }

    @Test
    void an_age_and_a_birth_date_that_cannot_both_be_true_contest_each_other() {
        reviewed(
                story.says("age", new Range(19, 19)),
                story.says("born", Story.on("2010")),
                story.says("time", Story.on("2020-10-05")));
        assertThat(band("18-24")).isEqualTo("0 of 1");
        assertThat(band("5-11")).isEqualTo("0 of 1");
        assertThat(band("contested")).isEqualTo("0 of 1");
    }

    @Test
    void no_band_is_reported_that_lies_between_two_days_of_the_harm() {
        story.person(
                null,
                story.says("born", Story.on("1990-01-01")),
                story.says("time", Story.on("2000-10-05")),
                story.says("time", Story.on("2020-10-05")));
        assertThat(band("5-11")).isEqualTo("0 of 1");
        assertThat(band("25-34")).isEqualTo("0 of 1");
        assertThat(band("18-24")).isEqualTo("none");
    }

    @Test
    void nobody_was_harmed_before_they_were_born() {
        story.person(null, story.says("born", Story.on("2020-12-01")), story.says("time", Story.on("2020-10-05")));
        assertThat(band("0-4")).isEqualTo("none");
        assertThat(band("not-stated")).isEqualTo("0 of 1");
    }

    @Test
    void a_group_has_no_age_whatever_is_said() {
        story.group(null, story.says("persons", new Range(5, 5)), story.says("age", new Range(19, 19)));
        assertThat(band("not-stated")).isEqualTo("0 of 5");
        assertThat(band("18-24")).isEqualTo("none");
    }
}
