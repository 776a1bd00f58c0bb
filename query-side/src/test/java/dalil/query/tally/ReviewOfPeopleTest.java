package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.Place;
import dalil.query.fixture.Story;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a review vouches for, and what waits for the next. */
@SuppressWarnings("NullAway.Init")
class ReviewOfPeopleTest {

    private Story story;

    @BeforeEach
    void begin(@TempDir Path folder) {
        story = new Story(folder.resolve("facts"));
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void what_was_disputed_at_the_review_and_is_said_again_since_waits() {
        Claim died = story.outcome("died", null);
        String person = story.person(null, died);
        story.dispute(person, died);
        story.reviewed(person, "existence", "outcome");
        story.add(person, story.outcome("died", null));
        assertThat(story.count("&count=persons-ever", "outcome", "died")).isEqualTo("0 of 1");

        story.reviewed(person, "existence", "outcome");
        assertThat(story.count("&count=persons-ever", "outcome", "died")).isEqualTo("1 of 1");
    }

    @Test
    void a_source_that_speaks_after_the_review_waits() {
        String paper = story.source("newspaper-write-up");
        String physician = story.source("physician-examination");
        String person = story.person(null, story.says(paper, "sex", "female"));
        story.reviewed(person, "existence");
        story.add(person, story.says(physician, "sex", "female"));
        assertThat(story.count("", "source-type", "newspaper-write-up")).isEqualTo("1 of 1");
        assertThat(story.count("", "source-type", "physician-examination")).isEqualTo("0 of 1");
    }

    @Test
    void a_group_is_corroborated_by_the_least_of_the_number_in_force() {
        Claim low = story.says("persons", new Range(2, 2));
        String group = story.group(null, low, story.says("persons", new Range(10, 12)));
        story.reviewed(group, "existence");
        assertThat(story.total("")).isEqualTo("2 of 12");

        story.dispute(group, low);
        assertThat(story.total("")).isEqualTo("10 of 12");
    }

    @Test
    void a_number_corrected_after_the_review_waits() {
        Claim size = story.says("persons", new Range(10, 10));
        String group = story.group(null, size);
        story.reviewed(group, "existence");
        story.then(group, new CasualtyFact.ClaimCorrected(size.id(), new Range(100, 100), Protected.erased()));
        assertThat(story.total("")).isEqualTo("0 of 100");
        story.reviewed(group, "existence");
        assertThat(story.total("")).isEqualTo("100 of 100");
    }

    @Test
    void the_place_of_a_reviewed_incident_holds_though_only_the_time_is_said_of_the_person() {
        String incident = story.incident(
                story.says("time", Story.on("2020-10-05")),
                story.says("place", new Place(List.of("KG"), "country", null, null)));
        story.incidentReviewed(incident, "corroborated", "existence", "time-and-place");
        String person = story.person(incident, story.says("time", Story.on("2020-10-06")));
        story.reviewed(person, "existence");
        assertThat(story.count("", "country", "KG")).isEqualTo("1 of 1");
        assertThat(story.count("", "day", "2020-10-06")).isEqualTo("0 of 1");
    }

    @Test
    void the_time_of_an_incident_that_came_with_a_merger_waits() {
        String incident = story.incident(story.says("time", Story.on("2020-10-05")));
        story.incidentReviewed(incident, "corroborated", "existence", "time-and-place");
        String person = story.person(null, story.says("sex", "female"));
        story.reviewed(person, "existence", "time-and-place");
        story.merge(story.person(incident, story.says("sex", "female")), person);
        assertThat(story.count("", "day", "2020-10-05")).isEqualTo("0 of 1");

        story.reviewed(person, "existence");
        assertThat(story.count("", "day", "2020-10-05")).isEqualTo("1 of 1");
    }
}
