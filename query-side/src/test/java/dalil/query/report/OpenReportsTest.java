package dalil.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.Answered;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.Register;
import dalil.query.question.Moments;
import dalil.query.report.OpenReports.Entry;
import dalil.query.report.OpenReports.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenReportsTest {

    private final MemoryFacts facts = new MemoryFacts();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Register register;

    @SuppressWarnings("NullAway.Init")
    private OpenReports reports;

    @BeforeEach
    void open() {
        register = new Register(folder, facts, 10);
        reports = new OpenReports(register.table(), new Moments(register.table(), facts, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        register.close();
    }

    private static String id(int number) {
        return new UUID(0x8000L, number).toString();
    }

    private static String stream(int number) {
        return "report/" + id(number);
    }

    private void taken(int number, Answered... answers) {
        add(
                number,
                new ReportFact.Taken(
                        id(number), "web-page", "ky", null, Protected.erased(), List.of(answers), null, null));
    }

    private void workedUp(int number) {
        add(number, new ReportFact.WorkedUp("x", List.of("incident/y")));
    }

    private void add(int number, ReportFact fact) {
        facts.add(stream(number), fact, "recorder");
    }

    private static Answered answered(String question, ClaimValue value) {
        return new Answered(question, value);
    }

    private Page all() {
        register.catchUp();
        return reports.page(-1, false, 100);
    }

    @Test
    void lists_what_was_told_without_what_is_done() {
        taken(1);
        taken(2);
        facts.add("incident/z", new IncidentFact.Reported("z", List.of(), List.of()), "recorder");
        workedUp(1);
        assertThat(all().entries()).extracting(Entry::stream).containsExactly(stream(2));
        taken(3);
        add(3, new ReportFact.ConsentChanged("the-person", true, List.of(), Protected.erased()));
        assertThat(all().entries()).extracting(Entry::stream).containsExactly(stream(2), stream(3));
        add(2, new ReportFact.SetAside(Protected.erased()));
        Page page = all();
        assertThat(page.entries()).extracting(Entry::stream).containsExactly(stream(3));
        assertThat(page.position()).isEqualTo(facts.size() - 1);
        workedUp(2); // after it had been set aside
        workedUp(1); // a second time
        assertThat(all().open()).isEqualTo(1);
    }

    @Test
    void after_a_start_the_list_is_there_without_any_fact_being_read() {
        taken(1, answered("danger-now", new Word("yes")));
        taken(2);
        workedUp(2);
        Page before = all();
        register.close();
        facts.failWith(new IllegalStateException("the ledger was read"));

        try (Register again = new Register(folder, facts, 10)) {
            Moments moments = new Moments(again.table(), facts, Clock.systemUTC());
            assertThat(new OpenReports(again.table(), moments).page(-1, false, 100))
                    .isEqualTo(before);
        }
        assertThat(before.entries()).hasSize(1);
        assertThat(before.urgent()).isEqualTo(1);
    }

    @Test
    void says_in_which_of_them_somebody_is_in_danger_or_needs_care_now() {
        taken(1, answered("danger-now", new Word("yes")));
        taken(2, answered("danger-now", new Word("no")), answered("care-now", new ClaimValue.Answer("unknown")));
        taken(3, answered("care-now", new Word("yes")));
        taken(4, answered("caller-safety", new Word("in-danger-now")));
        taken(5);
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
        register.catchUp();
        Page first = reports.page(-1, false, 3);
        assertThat(first.open()).isEqualTo(7);
        assertThat(first.entries()).extracting(Entry::index).containsExactly(0L, 1L, 2L);
        workedUp(1);
        assertThat(reports.page(2, false, 3).entries()).extracting(Entry::index).containsExactly(3L, 4L, 5L);
        assertThat(reports.page(6, false, 3).entries()).isEmpty();
    }
}
