package dalil.query.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sums of October 2020, and what they show. */
class BulletinTest {

    private static List<PublishedFigure> bulletin(
            String day, long whole, long outpatients, long hospitalised, long dead) {
        return new ArrayList<>(List.of(
                figure(day, "sought-medical-help", "since-start", whole),
                figure(day, "treated-as-outpatient", "since-start", outpatients),
                figure(day, "hospitalised", "at-moment", hospitalised),
                figure(day, "dead", "since-start", dead)));
    }

    private static PublishedFigure figure(String day, String measure, String period, long number) {
        return Totals.of(day + measure + period, measure, "persons", period, "all", "exactly", number, day, null);
    }

    private static List<String> remarks(List<PublishedFigure> figures) {
        return Bulletin.of(figures).stream()
                .flatMap(bulletin -> bulletin.remarks().stream())
                .toList();
    }

    @Test
    void says_whether_the_dead_are_in_the_sum() {
        assertThat(remarks(bulletin("2020-10-06", 686, 521, 164, 1)))
                .containsExactly("521 + 164 + 1 = 686: the dead are in the sum");
        assertThat(remarks(bulletin("2020-10-07", 768, 550, 218, 1)))
                .containsExactly("550 + 218 = 768: the dead are not in the sum");
        assertThat(remarks(bulletin("2020-10-07", 900, 550, 218, 1)))
                .containsExactly("550 + 218 (+ 1) is not 900: the parts do not add up, with the dead or without");
    }

    @Test
    void holds_what_is_new_against_every_earlier_total() {
        List<PublishedFigure> figures = bulletin("2020-10-06", 686, 521, 164, 1);
        figures.addAll(bulletin("2020-10-07", 911, 705, 205, 1));
        figures.add(figure("2020-10-07", "sought-medical-help", "in-period", 169));
        assertThat(remarks(figures)).contains("911 - 169 = 742, which matches no earlier total of this publisher");
        figures.set(figures.size() - 1, figure("2020-10-07", "sought-medical-help", "in-period", 225));
        assertThat(remarks(figures)).contains("911 - 225 = 686, which is an earlier total of this publisher");
    }

    @Test
    void adds_up_parts_that_say_of_what_they_are_parts() {
        List<PublishedFigure> figures = List.of(
                Totals.of("whole", "hospitalised", "since-start", 90),
                Totals.of("a", "hospitalised", "persons", "since-start", "all", "exactly", 54, "2020-10-06", "whole"),
                Totals.of("b", "hospitalised", "persons", "since-start", "all", "exactly", 33, "2020-10-06", "whole"),
                Totals.of("c", "dead", "persons", "since-start", "all", "exactly", 1, "2020-10-06", "whole"));
        assertThat(remarks(figures)).containsExactly("the parts of hospitalised add up to 88, the whole says 90");
    }

    @Test
    void parts_of_a_number_do_not_take_its_place_in_the_sum() {
        List<PublishedFigure> figures = bulletin("2020-10-06", 686, 521, 164, 1);
        String whole = figures.get(2).id();
        for (long beds : new long[] {100, 64}) {
            figures.add(Totals.of(
                    "in " + beds, "hospitalised", "persons", "at-moment", "all", "exactly", beds, "2020-10-06", whole));
        }
        assertThat(remarks(figures))
                .containsExactly(
                        "521 + 164 + 1 = 686: the dead are in the sum",
                        "the parts of hospitalised add up to 164, the whole says 164");
    }

    @Test
    void says_where_a_total_since_the_start_is_smaller_than_the_one_before() {
        List<PublishedFigure> figures = new ArrayList<>(List.of(
                figure("2020-10-07", "hospitalised", "since-start", 218),
                figure("2020-10-07", "in-intensive-care", "at-moment", 7),
                figure("2020-10-08", "hospitalised", "since-start", 204),
                figure("2020-10-08", "in-intensive-care", "at-moment", 5),
                figure("2020-10-09", "hospitalised", "since-start", 228)));
        assertThat(remarks(figures)).containsExactly("hospitalised: 204 after 218, though both count since the start");
        figures.set(2, Totals.in(figures.get(2), "KG", "Osh"));
        assertThat(remarks(figures)).isEmpty();
    }

    @Test
    void adds_up_nothing_across_places() {
        List<PublishedFigure> figures = new ArrayList<>(bulletin("2020-10-06", 686, 521, 164, 1));
        figures.set(2, Totals.in(figures.get(2), "KG", "Osh"));
        assertThat(remarks(figures)).isEmpty();
        assertThat(Bulletin.of(figures)).extracting(Bulletin::place).containsExactly(null, List.of("KG", "Osh"));
    }

    @Test
    void adds_up_nothing_that_is_not_exact() {
        List<PublishedFigure> figures = bulletin("2020-10-06", 686, 521, 164, 1);
        figures.set(
                1,
                Totals.of(
                        "x",
                        "treated-as-outpatient",
                        "persons",
                        "since-start",
                        "all",
                        "about",
                        521,
                        "2020-10-06",
                        null));
        assertThat(remarks(figures)).isEmpty();
    }
}
