package dalil.query.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Comparison of(String measure, String unit, String period, String population, String asOf) {
        return Comparison.of(Totals.of("f", measure, unit, period, population, "exactly", 3, asOf, null));
    }

    @Test
    void what_adds_up_since_the_start_is_set_beside_everybody_ever() {
        assertThat(of("dead", "persons", "since-start", "all", "2020-10-06").tally())
                .isEqualTo("of=casualties&outcome=died&count=persons-ever");
    }

    @Test
    void the_injured_are_all_but_those_of_whom_only_something_else_is_told() {
        String tally = String.valueOf(
                of("injured", "persons", "since-start", "all", "2020-10-06").tally());
        assertThat(Comparison.parameters(tally)
                        .getOrDefault("outcome", List.of())
                        .get(0)
                        .split(","))
                .contains("injured", "did-not-seek-care", "died", "not-stated")
                .doesNotContain("missing", "found", "detained");
    }

    @Test
    void a_place_is_part_of_what_is_compared() {
        PublishedFigure everywhere = Totals.of("f", "dead", "since-start", 3);
        Comparison there = Comparison.of(Totals.in(everywhere, "PS", "Gaza & Strip"));
        assertThat(there.tally()).isEqualTo("of=casualties&outcome=died&place=PS%2FGaza+%26+Strip&count=persons-ever");
        assertThat(Comparison.parameters(String.valueOf(there.tally())).get("place"))
                .containsExactly("PS/Gaza & Strip");
        assertThat(Kind.of(everywhere)).isNotEqualTo(Kind.of(Totals.in(everywhere, "PS", "Gaza & Strip")));
    }

    @Test
    void what_is_so_at_a_moment_is_set_beside_that_day() {
        assertThat(of("in-intensive-care", "persons", "at-moment", "all", "2020-10-07")
                        .tally())
                .isEqualTo("of=casualties&outcome=in-intensive-care&count=persons-at&at=2020-10-07");
        assertThat(of("in-intensive-care", "persons", "at-moment", "all", "2020-10-06/2020-10-07")
                        .why())
                .isEqualTo("not comparable: it is about a moment and not of one day");
    }

    @Test
    void every_reason_why_not_is_said() {
        assertThat(of("emergency-calls", "calls", "not-stated", "police", "2020-10-06")
                        .why())
                .isEqualTo(
                        "not comparable: it counts calls, the register counts persons; the register has no outcome for"
                                + " emergency-calls; the population is police; the period is not stated");
    }

    @Test
    void a_population_that_nobody_states_is_told_in_words() {
        assertThat(of("dead", "persons", "since-start", "not-stated", "2020-10-06")
                        .why())
                .isEqualTo("not comparable: the population is not stated");
    }

    @Test
    void incidents_against_the_press_are_set_beside_incidents() {
        assertThat(of("press-incidents", "incidents", "since-start", "press", "2020-10-06")
                        .tally())
                .isEqualTo("of=incidents&role=journalist");
    }
}
