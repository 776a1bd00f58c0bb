package dalil.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.timeline.OutcomeSteps.Step;
import dalil.query.timeline.TimelineEntry;
import dalil.query.unit.Shown.When;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineJsTest {

    private static TimelineEntry entry(@Nullable When time, Map<String, List<?>> contested) {
        return new TimelineEntry(
                "id",
                null,
                "<b>Газ</b> & ң",
                time,
                null,
                List.of(),
                List.of(),
                List.of("baton"),
                List.of(),
                List.of(),
                null,
                "reported",
                1,
                contested,
                "/api/incidents/id?asOf=3");
    }

    private static When when(String date, @Nullable String from, @Nullable String to, String earliest, String latest) {
        return new When(date, from, to, true, earliest, latest, true);
    }

    private static JsonNode events(TimelineJs made) {
        return JsonMapper.shared().valueToTree(made.document("t", 3)).get("events");
    }

    @Test
    void a_vague_time_is_an_interval_with_its_words_beside_it() {
        TimelineJs made = new TimelineJs();
        made.add(entry(when("2020-10-05~/2020-10-06", "20:00", "21:00", "2020-10-05", "2020-10-06"), Map.of()));
        JsonNode event = events(made).get(0);
        assertThat(event.at("/start_date/day").intValue()).isEqualTo(5);
        assertThat(event.at("/start_date/hour").intValue()).isEqualTo(20);
        assertThat(event.at("/end_date/day").intValue()).isEqualTo(6);
        assertThat(event.at("/start_date/display_date").stringValue())
                .isEqualTo("2020-10-05~/2020-10-06, about 20:00–21:00");
        assertThat(event.at("/text/headline").stringValue()).isEqualTo("&lt;b&gt;Газ&lt;/b&gt; &amp; ң");
    }

    @Test
    void every_time_that_is_claimed_is_an_event_where_none_holds() {
        TimelineJs made = new TimelineJs();
        made.add(entry(
                null,
                Map.of(
                        "time",
                        List.of(
                                when("2020-10-05", null, null, "2020-10-05", "2020-10-05"),
                                when("2020-10-06", null, null, "2020-10-06", "2020-10-06")))));
        assertThat(events(made)).hasSize(2);
        assertThat(events(made).get(1).at("/text/headline").stringValue()).contains("one of 2 times");
        assertThat(events(made).get(0).get("unique_id"))
                .isNotEqualTo(events(made).get(1).get("unique_id"));
    }

    @Test
    void the_undated_are_counted_and_not_placed() {
        TimelineJs made = new TimelineJs();
        made.add(entry(null, Map.of()));
        assertThat(events(made)).isEmpty();
        assertThat(made.document("t", 3).toString()).contains("not shown: 1");
    }

    @Test
    void an_outcome_stands_on_the_days_on_which_it_can_have_been() {
        TimelineJs made = new TimelineJs();
        made.add(new Step("c", "in-intensive-care", false, "2020-10-05", "2020-10-06", 2, 4));
        assertThat(events(made).get(0).toString())
                .contains("in intensive care (disputed, or recorded after the review)")
                .contains("people: 2–4");
    }
}
