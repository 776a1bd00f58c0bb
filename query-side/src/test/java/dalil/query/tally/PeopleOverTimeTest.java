package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Answer;
import dalil.query.fixture.Story;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of people, by the worst of it and on a day. */
@SuppressWarnings("NullAway.Init")
class PeopleOverTimeTest {

    private static final String ON_THE_10TH = "&count=persons-at&at=2020-10-10";

    private Story story;

    @BeforeEach
    void begin(@TempDir Path folder) {
        story = new Story(folder.resolve("facts"));
    }

    @AfterEach
    void end() {
        story.close();
    }

    private String on(String outcome) {
        return story.count(ON_THE_10TH, "outcome", outcome);
    }

    private String worst(String outcome) {
        return story.count("", "outcome", outcome);
    }

    @Test
    void a_death_that_is_disputed_ends_nothing() {
        String person = story.person(null, story.outcome("hospitalised", "2020-10-05"));
        Claim died = story.outcome("died", "2020-10-07");
        story.add(person, died);
        story.dispute(person, died);
        story.reviewed(person, "existence", "outcome");
        assertThat(on("hospitalised")).isEqualTo("1 of 1");
        assertThat(on("died")).isEqualTo("0 of 1");
    }

    @Test
    void nothing_comes_after_a_death() {
        String person = story.person(
                null,
                story.outcome("hospitalised", "2020-10-05"),
                story.outcome("died", "2020-10-07"),
                story.outcome("transferred", "2020-10-08"));
        story.reviewed(person, "existence", "outcome");
        assertThat(on("died")).isEqualTo("1 of 1");
        assertThat(on("transferred")).isEqualTo("none");
        assertThat(on("hospitalised")).isEqualTo("none");
    }

    @Test
    void what_is_told_after_the_review_ends_what_was_before_and_waits_itself() {
        String person = story.person(null, story.outcome("hospitalised", "2020-10-05"));
        story.reviewed(person, "existence", "outcome");
        assertThat(on("hospitalised")).isEqualTo("1 of 1");

        story.add(person, story.outcome("discharged", "2020-10-08"));
        assertThat(on("hospitalised")).isEqualTo("none");
        assertThat(on("discharged")).isEqualTo("0 of 1");
    }

    @Test
    void a_second_telling_after_the_review_does_not_make_its_own_day_certain() {
        String person = story.person(null, story.outcome("hospitalised", "2020-10-12"));
        story.reviewed(person, "existence", "outcome");
        story.add(person, story.outcome("hospitalised", "2020-10-05"));
        assertThat(on("hospitalised")).isEqualTo("0 of 1");
    }

    @Test
    void that_nobody_knows_is_a_cell_on_a_day_too() {
        story.person(null, story.says("outcome", new Answer("unknown")));
        assertThat(on("unknown")).isEqualTo("0 of 1");
        assertThat(on("not-stated")).isEqualTo("none");
    }

    @Test
    void the_worst_is_not_corroborated_as_what_it_was_before_it_got_worse() {
        String person = story.person(null, story.outcome("hospitalised", null));
        story.reviewed(person, "existence", "outcome");
        assertThat(worst("hospitalised")).isEqualTo("1 of 1");

        story.add(person, story.outcome("died", null));
        assertThat(worst("died")).isEqualTo("0 of 1");
        assertThat(worst("hospitalised")).isEqualTo("none");
    }

    @Test
    void the_worst_is_told_twice_where_the_worse_telling_is_disputed() {
        String person = story.person(null, story.outcome("hospitalised", null));
        Claim died = story.outcome("died", null);
        story.add(person, died);
        story.dispute(person, died);
        story.reviewed(person, "existence", "outcome");
        assertThat(worst("died")).isEqualTo("0 of 1");
        assertThat(worst("hospitalised")).isEqualTo("1 of 1");
    }
}
