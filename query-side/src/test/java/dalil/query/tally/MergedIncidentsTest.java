package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.query.fixture.Story;
import dalil.query.timeline.TimelineEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several records of one incident. */
@SuppressWarnings("NullAway.Init")
class MergedIncidentsTest {

    private static final String INCIDENTS = "incidents";
    private static final String[] ALL = {"existence", "time-and-place", "cause-and-weapon", "role"};

    private Story story;

    @BeforeEach
    void begin(@TempDir Path folder) {
        story = new Story(folder.resolve("facts"));
    }

    @AfterEach
    void end() {
        story.close();
    }

    private Claim on(String day) {
        return story.says("time", Story.on(day));
    }

    private void adds(String incident, Claim claim) {
        story.then(incident, new IncidentFact.ClaimAdded(null, claim));
    }

    private String weapon(String of, String weapon) {
        return story.countOf(of, "", "weapon", weapon);
    }

    @Test
    void two_records_of_one_incident_are_one_with_what_both_say_until_they_are_taken_apart() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(story.says("role", "journalist"), story.says("title", "Окуя"));
        long apart = story.now();
        story.mergeIncident(other, one);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("0 of 1");
        assertThat(story.countOf(INCIDENTS, "&role=journalist", "day", "2020-10-05"))
                .isEqualTo("0 of 1");
        assertThat(story.listed("q=%D0%BE%D0%BA%D1%83%D1%8F").stream().map(TimelineEntry::id))
                .containsExactly(one);
        assertThat(story.totalOf(INCIDENTS, "&asOf=" + apart)).isEqualTo("0 of 2");

        long merged = story.now();
        adds(other, story.says("label", "tear-gas"));
        assertThat(story.countOf(INCIDENTS, "&day=2020-10-05", "label", "tear-gas"))
                .isEqualTo("0 of 1");
        story.unmergeIncident(other);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("0 of 2");
        assertThat(story.countOf(INCIDENTS, "&day=2020-10-05", "label", "tear-gas"))
                .isEqualTo("none");
        assertThat(story.countOf(INCIDENTS, "&role=journalist", "label", "tear-gas"))
                .isEqualTo("0 of 1");
        assertThat(story.totalOf(INCIDENTS, "&role=journalist&day=2020-10-05&asOf=" + merged))
                .isEqualTo("0 of 1");
    }

    @Test
    void what_came_with_a_merger_waits_for_the_next_review() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(story.says("role", "journalist"));
        story.incidentReviewed(one, "corroborated", ALL);
        story.incidentReviewed(other, "corroborated", ALL);
        story.mergeIncident(other, one);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("1 of 1");
        assertThat(story.countOf(INCIDENTS, "", "role", "journalist")).isEqualTo("0 of 1");

        story.incidentReviewed(other, "corroborated", ALL);
        assertThat(story.countOf(INCIDENTS, "", "role", "journalist")).isEqualTo("0 of 1");
        story.incidentReviewed(one, "corroborated", ALL);
        assertThat(story.countOf(INCIDENTS, "", "role", "journalist")).isEqualTo("1 of 1");
    }

    @Test
    void uses_of_force_of_both_stay_and_the_incident_counts_once_by_weapon() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-05"));
        story.force(one, "baton");
        story.force(other, "baton");
        story.force(other, "firearm");
        story.mergeIncident(other, one);
        assertThat(story.totalOf("force-uses", "")).isEqualTo("0 of 3");
        assertThat(weapon("force-uses", "baton")).isEqualTo("0 of 2");
        assertThat(weapon(INCIDENTS, "baton")).isEqualTo("0 of 1");
        assertThat(weapon(INCIDENTS, "firearm")).isEqualTo("0 of 1");
        assertThat(story.listed("of=force-uses&weapon=firearm").get(0).id()).isEqualTo(one);

        story.force(one, "water-cannon");
        story.unmergeIncident(other);
        assertThat(weapon(INCIDENTS, "baton")).isEqualTo("0 of 2");
        assertThat(story.listed("of=force-uses&weapon=firearm").get(0).id()).isEqualTo(other);
    }

    @Test
    void people_of_a_merged_incident_were_harmed_when_and_where_the_one_was_that_stands_for_it() {
        String one = story.incident(
                on("2020-10-05"), story.says("place", new Place(List.of("KG", "Osh"), "district", null, null)));
        String other = story.incident(on("2020-10-07"));
        story.incidentReviewed(one, "corroborated", ALL);
        String person = story.person(other, story.says("sex", "female"));
        story.reviewed(person, "existence", "identity");
        story.mergeIncident(other, one);
        assertThat(story.count("", "region", "Osh")).isEqualTo("0 of 1");
        assertThat(story.count("", "day", "2020-10-05")).isEqualTo("0 of 1");
        assertThat(story.count("", "day", "2020-10-07")).isEqualTo("0 of 1");

        story.reviewed(person, "existence", "identity");
        assertThat(story.count("", "region", "Osh")).isEqualTo("1 of 1");
        story.unmergeIncident(other);
        assertThat(story.count("", "region", "Osh")).isEqualTo("none");
        assertThat(story.count("", "day", "2020-10-07")).isEqualTo("0 of 1");
    }

    @Test
    void people_are_counted_where_the_incident_that_stands_for_theirs_is() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-05"));
        story.person(other, story.says("sex", "female"));
        story.mergeIncident(other, one);
        story.incidentReviewed(one, "discounted");
        assertThat(story.total("")).isEqualTo("0 of 0");
        story.incidentReviewed(one, "corroborated", ALL);
        story.incidentReviewed(other, "discounted");
        assertThat(story.total("")).isEqualTo("0 of 1");
        story.unmergeIncident(other);
        assertThat(story.total("")).isEqualTo("0 of 0");
    }

    @Test
    void retracting_the_record_that_stands_for_others_lets_them_stand_for_themselves() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-06"));
        story.person(other, story.says("sex", "female"));
        story.mergeIncident(other, one);
        story.retractIncident(one);
        assertThat(story.countOf(INCIDENTS, "", "day", "2020-10-06")).isEqualTo("0 of 1");
        assertThat(story.countOf(INCIDENTS, "", "day", "2020-10-05")).isEqualTo("none");
        assertThat(story.count("", "day", "2020-10-06")).isEqualTo("0 of 1");

        String third = story.incident(on("2020-10-07"));
        story.mergeIncident(third, other);
        story.retractIncident(third);
        assertThat(story.countOf(INCIDENTS, "", "day", "2020-10-07")).isEqualTo("none");
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("0 of 1");
    }

    @Test
    void two_mergers_into_each_other_are_one_and_nothing_is_lost() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-06"));
        story.mergeIncident(one, other);
        story.mergeIncident(other, one);
        assertThat(story.listed("").stream().map(TimelineEntry::id)).containsExactly(other);
        story.unmergeIncident(one);
        assertThat(story.listed("").stream().map(TimelineEntry::id)).containsExactly(one);
        story.unmergeIncident(other);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("0 of 2");
    }

    @Test
    void what_stands_for_several_is_listed_if_one_of_them_is() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-06"));
        String below = story.incident(on("2020-10-07"));
        String person = story.person(null, story.says("sex", "female"));
        String again = story.person(null, story.says("sex", "female"));
        story.lists(below, again);
        story.mergeIncident(below, other);
        story.mergeIncident(other, one);
        story.merge(again, person);
        assertThat(story.listed("listedBy=list").stream().map(TimelineEntry::id))
                .containsExactly(one);
        assertThat(story.listed("of=casualties&listedBy=list").stream().map(TimelineEntry::id))
                .containsExactly(person);

        story.unmergeIncident(other);
        story.unmerge(again);
        assertThat(story.listed("listedBy=list").stream().map(TimelineEntry::id))
                .containsExactly(other);
        assertThat(story.listed("of=casualties&listedBy=list").stream().map(TimelineEntry::id))
                .containsExactly(again);
    }

    @Test
    void records_that_may_be_one_incident_add_one_to_what_is_corroborated() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-05"));
        story.force(one, "baton");
        story.force(other, "baton");
        story.incidentReviewed(one, "corroborated", ALL);
        story.incidentReviewed(other, "confirmed", ALL);
        assertThat(story.undecidedOf(INCIDENTS, "")).isEqualTo("0 as 0");
        story.then(one, new IncidentFact.CandidateNoted(other, "0.934"));
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("1 of 2");
        assertThat(weapon(INCIDENTS, "baton")).isEqualTo("1 of 2");
        assertThat(story.countOf(INCIDENTS, "", "corroboration", "confirmed")).isEqualTo("1 of 1");
        assertThat(story.undecidedOf(INCIDENTS, "")).isEqualTo("2 as 1");
        assertThat(weapon("force-uses", "baton")).isEqualTo("2 of 2");

        long open = story.now();
        story.mergeIncident(other, one);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("1 of 1");
        assertThat(story.undecidedOf(INCIDENTS, "")).isEqualTo("0 as 0");
        story.unmergeIncident(other);
        assertThat(story.undecidedOf(INCIDENTS, "")).isEqualTo("2 as 1");
        story.then(one, new IncidentFact.CandidateDismissed(other, Protected.erased()));
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("2 of 2");
        assertThat(story.undecidedOf(INCIDENTS, "&asOf=" + open)).isEqualTo("2 as 1");
    }

    @Test
    void what_was_noted_on_a_merged_record_holds_of_the_one_that_stands_for_it() {
        String one = story.incident(on("2020-10-05"));
        String other = story.incident(on("2020-10-05"));
        String third = story.incident(on("2020-10-05"));
        for (String each : List.of(one, other, third)) {
            story.incidentReviewed(each, "corroborated", ALL);
        }
        story.then(other, new IncidentFact.CandidateNoted(third, null));
        story.mergeIncident(other, one);
        assertThat(story.totalOf(INCIDENTS, "")).isEqualTo("1 of 2");
        assertThat(story.undecidedOf(INCIDENTS, "")).isEqualTo("2 as 1");
    }
}
