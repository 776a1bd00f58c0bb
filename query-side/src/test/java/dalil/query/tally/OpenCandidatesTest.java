package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.query.fixture.Story;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that may be one person's, while nobody decided that. */
@SuppressWarnings("NullAway.Init")
class OpenCandidatesTest {

    private Story story;

    @BeforeEach
    void begin(@TempDir Path folder) {
        story = new Story(folder.resolve("facts"));
    }

    @AfterEach
    void end() {
        story.close();
    }

    private String corroborated(String sex, String role) {
        String person = story.person(null, story.says("sex", sex), story.says("role", role));
        story.reviewed(person, "existence", "identity", "role", "outcome");
        return person;
    }

    private void noted(String one, String other) {
        story.then(one, new CasualtyFact.CandidateNoted(other, "0.934"));
    }

    private void dismissed(String one, String other) {
        story.then(one, new CasualtyFact.CandidateDismissed(other, Protected.erased()));
    }

    @Test
    void they_add_one_person_to_what_is_corroborated_and_each_to_what_is_reported() {
        String one = corroborated("female", "journalist");
        String other = corroborated("female", "journalist");
        assertThat(story.total("")).isEqualTo("2 of 2");

        noted(one, other);
        assertThat(story.total("")).isEqualTo("1 of 2");
        assertThat(story.count("", "role", "journalist")).isEqualTo("1 of 2");
        assertThat(story.undecided("")).isEqualTo("2 as 1");

        long open = story.now();
        dismissed(one, other);
        assertThat(story.total("")).isEqualTo("2 of 2");
        assertThat(story.undecided("")).isEqualTo("0 as 0");
        assertThat(story.total("&asOf=" + open)).isEqualTo("1 of 2");
        assertThat(story.total("&asOf=" + (open - 1))).isEqualTo("2 of 2");
    }

    @Test
    void in_cells_where_they_do_not_meet_each_counts() {
        String one = corroborated("female", "journalist");
        String other = corroborated("female", "medic");
        noted(one, other);
        assertThat(story.total("")).isEqualTo("1 of 2");
        assertThat(story.count("", "role", "journalist")).isEqualTo("1 of 1");
        assertThat(story.count("", "role", "medic")).isEqualTo("1 of 1");
        assertThat(story.count("", "sex", "female")).isEqualTo("1 of 2");
        assertThat(story.total("&role=medic")).isEqualTo("1 of 1");
        assertThat(story.undecided("&role=medic")).isEqualTo("0 as 0");
    }

    @Test
    void three_that_hang_together_are_one_however_they_were_noted() {
        String one = corroborated("female", "journalist");
        String two = corroborated("female", "journalist");
        String three = corroborated("female", "journalist");
        String four = corroborated("female", "journalist");
        noted(three, one);
        noted(two, three);
        assertThat(story.total("")).isEqualTo("2 of 4");
        assertThat(story.undecided("")).isEqualTo("3 as 1");
        noted(four, two);
        assertThat(story.total("")).isEqualTo("1 of 4");
    }

    @Test
    void a_record_that_is_only_reported_takes_nothing_away() {
        String one = corroborated("female", "journalist");
        String other = story.person(null, story.says("sex", "female"));
        noted(one, other);
        assertThat(story.total("")).isEqualTo("1 of 2");
        assertThat(story.undecided("")).isEqualTo("0 as 0");
    }

    @Test
    void a_merger_decides_it_and_its_undoing_opens_it_again() {
        String one = corroborated("female", "journalist");
        String other = corroborated("female", "journalist");
        String third = corroborated("female", "journalist");
        noted(one, other);
        noted(other, third);
        assertThat(story.total("")).isEqualTo("1 of 3");

        story.merge(other, one);
        assertThat(story.total("")).isEqualTo("1 of 2");
        assertThat(story.undecided("")).isEqualTo("2 as 1");
        dismissed(other, third);
        assertThat(story.total("")).isEqualTo("2 of 2");
        story.unmerge(other);
        assertThat(story.total("")).isEqualTo("2 of 3");
    }

    @Test
    void a_record_that_is_retracted_is_nobodys_candidate() {
        String one = corroborated("female", "journalist");
        String bridge = corroborated("female", "journalist");
        String other = corroborated("female", "journalist");
        noted(one, bridge);
        noted(bridge, other);
        story.retract(bridge);
        assertThat(story.total("")).isEqualTo("2 of 2");
    }

    @Test
    void it_holds_with_parts_asked_about_and_people_counted_at_a_day() {
        String one = corroborated("female", "journalist");
        String other = corroborated("female", "journalist");
        noted(one, other);
        assertThat(story.count("", "weapon", "not-stated")).isEqualTo("0 of 2");
        assertThat(story.total("&count=persons-at&at=2020-10-07")).isEqualTo("1 of 2");
        assertThat(story.total("&count=persons-ever")).isEqualTo("1 of 2");
    }
}
