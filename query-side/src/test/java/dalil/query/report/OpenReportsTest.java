package dalil.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.Answered;
import dalil.query.report.OpenReports.Entry;
import dalil.query.report.OpenReports.Page;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenReportsTest {

    private static final int MOST = 10;

    @SuppressWarnings("NullAway.Init")
    private TestLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private OpenReportsFollower reports;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder);
        reports = new OpenReportsFollower(ledger.ledger, TestLedger.MAPPER, MOST);
    }

    @AfterEach
    void close() {
        reports.close();
        ledger.close();
    }

    private static String stream(int number) {
        return "report/" + new UUID(0x8000L, number);
    }

    private void taken(int number, Answered... answers) {
        Protected<String> words = Protected.of(stream(number), "ойдон чыгарылган");
        ledger.append(
                stream(number),
                new ReportFact.Taken(
                        stream(number).substring(7), "web-page", "ky", null, words, List.of(answers), null, null));
    }

    private void workedUp(int number) {
        ledger.append(stream(number), new ReportFact.WorkedUp("x", List.of("incident/y")));
    }

    private static Answered answered(String question, ClaimValue value) {
        return new Answered(question, value);
    }

    private Page all() {
        return reports.page(-1, false, 100);
    }

    @Test
    void lists_what_was_there_before_the_start_and_what_comes_after_without_what_is_done() {
        taken(1);
        taken(2);
        ledger.append("incident/z", new IncidentFact.Reported("z", List.of(), List.of()));
        workedUp(1);
        reports.start();
        assertThat(all().entries()).extracting(Entry::stream).containsExactly(stream(2));
        taken(3);
        assertThat(all().entries()).extracting(Entry::stream).containsExactly(stream(2), stream(3));
        ledger.append(stream(2), new ReportFact.SetAside(Protected.of(stream(2), "эки жолу келди")));
        Page page = all();
        assertThat(page.entries()).extracting(Entry::stream).containsExactly(stream(3));
        assertThat(page.position()).isEqualTo(ledger.ledger.size() - 1);
        workedUp(2); // after it had been set aside
        assertThat(all().open()).isEqualTo(1);
    }

    @Test
    void says_in_which_of_them_somebody_is_in_danger_or_needs_care_now() {
        taken(1, answered("danger-now", new Word("yes")));
        taken(2, answered("danger-now", new Word("no")), answered("care-now", new ClaimValue.Answer("unknown")));
        taken(3, answered("care-now", new Word("yes")));
        taken(4, answered("caller-safety", new Word("in-danger-now")));
        taken(5);
        reports.start();
        assertThat(all().urgent()).isEqualTo(3);
        assertThat(reports.page(-1, true, 100).entries())
                .extracting(Entry::stream)
                .containsExactly(stream(1), stream(3), stream(4));
        workedUp(3);
        assertThat(all().urgent()).isEqualTo(2);
    }

    @Test
    void pages_go_on_after_the_last_one_seen() {
        for (int i = 0; i < 7; i++) {
            taken(i);
        }
        reports.start();
        Page first = reports.page(-1, false, 3);
        assertThat(first.entries()).extracting(Entry::index).containsExactly(0L, 1L, 2L);
        workedUp(1);
        assertThat(reports.page(2, false, 3).entries()).extracting(Entry::index).containsExactly(3L, 4L, 5L);
        assertThat(reports.page(6, false, 3).entries()).isEmpty();
    }

    @Test
    void keeps_so_many_and_says_so_until_half_are_done_and_then_takes_up_the_rest() {
        for (int i = 0; i < 3 * MOST; i++) {
            taken(i);
        }
        reports.start();
        Page full = all();
        assertThat(full.complete()).isFalse();
        assertThat(full.entries())
                .hasSize(MOST)
                .last()
                .extracting(Entry::stream)
                .isEqualTo(stream(MOST - 1));
        for (int i = 0; i < MOST / 2 - 1; i++) {
            workedUp(i);
        }
        assertThat(all().entries()).hasSize(MOST / 2 + 1);
        workedUp(MOST / 2 - 1);
        await(() -> all().open() == MOST);
        assertThat(all().entries()).last().extracting(Entry::stream).isEqualTo(stream(MOST + MOST / 2 - 1));
        for (int i = MOST / 2; i < 3 * MOST - 2; i++) {
            workedUp(i);
        }
        await(() -> all().complete());
        assertThat(all().entries())
                .extracting(Entry::stream)
                .containsExactly(stream(3 * MOST - 2), stream(3 * MOST - 1));
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
