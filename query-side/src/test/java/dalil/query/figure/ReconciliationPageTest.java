package dalil.query.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.figure.Reconciliation.Beside;
import dalil.query.figure.Reconciliation.Documented;
import dalil.query.figure.Reconciliation.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationPageTest {

    @Test
    void shows_published_and_documented_and_lets_nothing_run() {
        PublishedFigure figure = Totals.of("f", "dead", "since-start", 1);
        PublishedFigure calls =
                Totals.of("g", "emergency-calls", "calls", "not-stated", "all", "exactly", 14, "2020-10-06", null);
        Reconciliation reconciliation = new Reconciliation(
                "documented/1",
                9,
                "Not an estimate.",
                List.of(
                        new Series(
                                "dead",
                                "persons",
                                "since-start",
                                "all",
                                null,
                                List.of(new Beside(
                                        figure,
                                        new Documented(0, 1, "/api/tallies?of=casualties&outcome=died"),
                                        null,
                                        null))),
                        new Series(
                                "emergency-calls",
                                "calls",
                                "not-stated",
                                "all",
                                null,
                                List.of(new Beside(calls, null, null, "not comparable: it counts calls")))),
                Bulletin.of(List.of(figure, calls)));

        String page = ReconciliationPage.of(reconciliation);

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Министрлик")
                .doesNotContain("<script")
                .contains("documented 0 / 1")
                .contains("not comparable: it counts calls")
                .contains("href=\"/api/tallies?of=casualties&amp;outcome=died\"");
    }

    @Test
    void a_part_stands_below_its_whole_and_not_in_its_cell() {
        PublishedFigure whole = Totals.via(Totals.of("whole", "hospitalised", "since-start", 90), "<24.kg>");
        PublishedFigure part = Totals.via(
                Totals.of(
                        "part",
                        "hospitalised",
                        "persons",
                        "since-start",
                        "not-stated",
                        "exactly",
                        54,
                        "2020-10-06",
                        "whole"),
                "<24.kg>");
        Reconciliation reconciliation = new Reconciliation(
                "documented/1",
                9,
                "n",
                List.of(new Series(
                        "hospitalised",
                        "persons",
                        "since-start",
                        "all",
                        null,
                        List.of(new Beside(whole, null, null, null), new Beside(part, null, null, null)))),
                Bulletin.of(List.of(whole, part)));

        assertThat(ReconciliationPage.of(reconciliation))
                .contains("via <bdi>&lt;24.kg&gt;</bdi>")
                .contains("a part: hospitalised, persons, population not stated, since start: ")
                .containsPattern("<td class=\"n\"><a[^>]*>90</a></td>");
    }

    @Test
    void says_so_where_nothing_is_published() {
        assertThat(ReconciliationPage.of(new Reconciliation("documented/1", 3, "n", List.of(), List.of())))
                .contains("No published totals are recorded");
    }
}
