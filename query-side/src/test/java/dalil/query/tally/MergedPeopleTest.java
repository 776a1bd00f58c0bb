package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.incident.IncidentFact;
import dalil.query.fixture.Story;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several records of one person, and people who are named out of groups. */
@SuppressWarnings("NullAway.Init")
class MergedPeopleTest {

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
    void a_record_that_is_retracted_after_its_merger_says_nothing_any_more() {
        String person = story.person(null, story.says("sex", "female"));
        String other = story.person(null, story.says("role", "journalist"));
        story.merge(other, person);
        assertThat(story.count("", "role", "journalist")).isEqualTo("0 of 1");

        story.retract(other);
        assertThat(story.total("")).isEqualTo("0 of 1");
        assertThat(story.count("", "role", "journalist")).isEqualTo("none");
    }

    @Test
    void two_records_of_one_person_are_named_out_of_a_group_as_one_person() {
        String group = story.group(null, story.says("persons", new Range(5, 5)));
        String person = story.person(null, story.says("sex", "female"));
        String other = story.person(null, story.says("sex", "female"));
        story.then(group, new CasualtyFact.NamedOut(person));
        story.then(group, new CasualtyFact.NamedOut(other));
        assertThat(story.total("")).isEqualTo("0 of 5");

        story.merge(other, person);
        assertThat(story.total("")).isEqualTo("0 of 5");
        story.unmerge(other);
        assertThat(story.total("")).isEqualTo("0 of 5");
    }

    @Test
    void a_person_is_in_the_group_again_when_the_record_that_names_them_is_retracted() {
        String group = story.group(null, story.says("persons", new Range(5, 5)));
        String person = story.person(null, story.says("sex", "female"));
        story.then(group, new CasualtyFact.NamedOut(person));
        story.retract(person);
        assertThat(story.total("")).isEqualTo("0 of 5");
    }

    @Test
    void a_person_is_counted_while_any_incident_that_their_records_name_is() {
        String gone = story.incident();
        String there = story.incident(story.says("time", Story.on("2020-10-05")));
        String person = story.person(gone, story.says("sex", "female"));
        String other = story.person(there, story.says("sex", "female"));
        story.merge(other, person);
        story.then(gone, new IncidentFact.Retracted(Protected.erased()));
        assertThat(story.count("", "day", "2020-10-05")).isEqualTo("0 of 1");

        story.then(there, new IncidentFact.Retracted(Protected.erased()));
        assertThat(story.total("")).isEqualTo("0 of 0");
    }

    @Test
    void the_middle_of_a_chain_has_what_is_below_it_when_it_stands_for_itself_again() {
        String below = story.person(null);
        String middle = story.person(null);
        String between = story.person(null);
        story.merge(below, between);
        story.merge(between, middle);
        story.merge(middle, story.person(null));
        story.then(
                below,
                new CasualtyFact.InjuryRecorded(new CasualtyFact.Injury(
                        "6f1c2d3e-0000-4000-8000-0000000000f1", List.of(story.says("severity", "severe")))));
        story.unmerge(middle);
        assertThat(story.count("", "severity", "severe")).isEqualTo("0 of 1");
        assertThat(story.count("", "severity", "not-stated")).isEqualTo("0 of 1");

        story.merge(middle, story.person(null));
        story.retract(below);
        story.unmerge(middle);
        assertThat(story.count("", "severity", "severe")).isEqualTo("none");
    }
}
