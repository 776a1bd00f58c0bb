package dalil.command.report;

import dalil.command.KnownRecords;
import dalil.command.claim.Texts;
import dalil.command.report.ReportCommand.ChangeConsent;
import dalil.command.report.ReportCommand.SetReportAside;
import dalil.command.report.ReportCommand.TakeReport;
import dalil.command.report.ReportCommand.WorkUpReport;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.Answered;
import dalil.events.report.ReportFact.CallBack;
import dalil.events.report.ReportFact.Consent;
import dalil.events.report.ReportFact.ConsentAnswer;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String ID = "6f1c2d3e-0000-8000-8000-000000000009";
    private static final String STREAM = "report/" + ID;
    private static final String INCIDENT = "incident/6f1c2d3e-0000-4000-8000-000000000001";
    private static final Protected<String> WORDS = Protected.of(STREAM, "Алар чуркап баратышкан — ң ө ү");
    private static final ReportFact.Taken TAKEN =
            new ReportFact.Taken(ID, "phone-call", "ky", null, WORDS, List.of(), null, null);

    private final AggregateTestFixture<Report> axon = new AggregateTestFixture<>(Report.class);

    @BeforeEach
    void knows_an_incident_and_the_report_as_a_source() {
        KnownRecords known = Set.of(INCIDENT, "source/" + ID)::contains;
        axon.registerInjectableResource(known);
    }

    private static TakeReport take(
            String words, List<Answered> answers, @Nullable CallBack callBack, @Nullable Consent consent) {
        return new TakeReport(STREAM, "phone-call", "ky", "witness", words, answers, callBack, consent);
    }

    private void refuses(TakeReport report, String code) {
        refused(axon.givenNoPriorActivity().when(report), code);
    }

    private static void refused(ResultValidator<Report> result, String code) {
        Matcher<Refusal> expected = new CustomTypeSafeMatcher<>("refused as " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code().equals(code);
            }
        };
        result.expectNoEvents().expectException(expected);
    }

    @Test
    void takes_what_was_told_with_every_answer_as_it_was_given() {
        List<Answered> answers = List.of(
                new Answered("danger-now", new Word("no")),
                new Answered("care-now", new Answer("refused")),
                new Answered("where", new Text(WORDS)),
                new Answered("when", new Answer("unknown")),
                new Answered("hurt-persons", new Range(2, 5)));
        CallBack callBack = new CallBack(new Word("only-message"), WORDS, null, WORDS);
        Consent consent = new Consent(true, List.of(new ConsentAnswer("medical-and-aid", "testimony", "given")));
        axon.givenNoPriorActivity()
                .when(take("Алар чуркап баратышкан — ң ө ү", answers, callBack, consent))
                .expectEvents(
                        new ReportFact.Taken(ID, "phone-call", "ky", "witness", WORDS, answers, callBack, consent));
    }

    @Test
    void needs_nothing_but_the_words() {
        axon.givenNoPriorActivity()
                .when(new TakeReport(
                        STREAM, "other", "unknown", null, WORDS.value().orElseThrow(), List.of(), null, null))
                .expectEvents(new ReportFact.Taken(ID, "other", "unknown", null, WORDS, List.of(), null, null));
        refuses(take(" \n", List.of(), null, null), "missing");
    }

    @Test
    void refuses_answers_that_are_none() {
        refuses(take("x", List.of(new Answered("colour", new Word("red"))), null, null), "unknown-word");
        refuses(take("x", List.of(new Answered("danger-now", new Word("maybe"))), null, null), "unknown-word");
        refuses(take("x", List.of(new Answered("danger-now", new Answer("maybe"))), null, null), "unknown-word");
        refuses(take("x", List.of(new Answered("where", new Word("x"))), null, null), "wrong-form");
        refuses(take("x", List.of(new Answered("hurt-persons", new Range(5, 2))), null, null), "out-of-range");
        Answered no = new Answered("danger-now", new Word("no"));
        refuses(take("x", List.of(no, no), null, null), "duplicate");
        String long_ = "x".repeat(Texts.MAX_NOTE + 1);
        refuses(
                take("x", List.of(new Answered("where", new Text(Protected.of(STREAM, long_)))), null, null),
                "too-long");
        refuses(take("x".repeat(Texts.MAX_NARRATIVE + 1), List.of(), null, null), "too-long");
        refuses(take("x\u0000", List.of(), null, null), "malformed");
        refuses(take("x", List.of(), new CallBack(new Word("maybe"), null, null, null), null), "unknown-word");
    }

    @Test
    void consent_speaks_of_known_recipients_and_elements_once_and_is_not_withdrawn_before_it_was_given() {
        ConsentAnswer given = new ConsentAnswer("media", "name", "given");
        refuses(take("x", List.of(), null, new Consent(true, List.of(given, given))), "duplicate");
        for (ConsentAnswer wrong : List.of(
                new ConsentAnswer("everybody", "name", "given"),
                new ConsentAnswer("media", "everything", "given"),
                new ConsentAnswer("media", "name", "withdrawn"))) {
            refuses(take("x", List.of(), null, new Consent(true, List.of(wrong))), "unknown-word");
        }
    }

    private static ChangeConsent change(String by, String reason, ConsentAnswer... answers) {
        return new ChangeConsent(STREAM, by, false, List.of(answers), reason);
    }

    @Test
    void consent_is_withdrawn_once_given_and_by_somebody_with_a_reason() {
        ConsentAnswer given = new ConsentAnswer("media", "name", "given");
        ConsentAnswer withdrawn = new ConsentAnswer("media", "name", "withdrawn");
        Protected<String> reason = Protected.of(STREAM, "коркот (ойдон)");
        ReportFact.ConsentChanged first = new ReportFact.ConsentChanged("self", false, List.of(given), reason);
        ReportFact.ConsentChanged second = new ReportFact.ConsentChanged("guardian", false, List.of(withdrawn), reason);
        axon.given(TAKEN).when(change("self", "коркот (ойдон)", given)).expectEvents(first);
        axon.given(TAKEN, first)
                .when(change("guardian", "коркот (ойдон)", withdrawn))
                .expectEvents(second);
        refused(axon.given(TAKEN).when(change("self", "why", withdrawn)), "not-given");
        refused(axon.given(TAKEN, first).when(change("self", "why", given)), "changes-nothing");
        refused(axon.given(TAKEN, first, second).when(change("self", "why", withdrawn)), "changes-nothing");
        refused(axon.given(TAKEN, first).when(change("self", " ", withdrawn)), "missing");
        refused(axon.given(TAKEN, first).when(change("neighbour", "why", withdrawn)), "unknown-word");
        refused(axon.given(TAKEN, first).when(change("self", "why")), "missing");
        refused(
                axon.given(TAKEN, first).when(change("self", "why", new ConsentAnswer("media", "name", "not-asked"))),
                "unknown-word");
    }

    @Test
    void what_was_said_of_consent_at_first_counts_as_said() {
        ConsentAnswer given = new ConsentAnswer("media", "name", "given");
        ReportFact.Taken taken = new ReportFact.Taken(
                ID, "phone-call", "ky", null, WORDS, List.of(), null, new Consent(true, List.of(given)));
        refused(axon.given(taken).when(change("self", "why", given)), "changes-nothing");
        axon.given(taken)
                .when(change("next-of-kin", "why", new ConsentAnswer("media", "name", "disputed")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void is_worked_up_into_records_that_are_there_and_more_than_once() {
        ReportFact.WorkedUp workedUp = new ReportFact.WorkedUp(ID, List.of(INCIDENT));
        axon.given(TAKEN)
                .when(new WorkUpReport(STREAM, null, ID, List.of(INCIDENT)))
                .expectEvents(workedUp);
        axon.given(TAKEN, workedUp)
                .when(new WorkUpReport(STREAM, null, ID, List.of(INCIDENT)))
                .expectEvents(workedUp);
        refused(axon.given(TAKEN).when(new WorkUpReport(STREAM, null, ID, List.of())), "works-up-into-nothing");
        refused(axon.given(TAKEN).when(new WorkUpReport(STREAM, null, ID, List.of("incident/x"))), "unknown-id");
        String other = "6f1c2d3e-0000-4000-8000-00000000dead";
        refused(axon.given(TAKEN).when(new WorkUpReport(STREAM, null, other, List.of(INCIDENT))), "unknown-id");
    }

    @Test
    void is_set_aside_with_a_reason_unless_records_stand_on_it() {
        ReportFact.SetAside aside = new ReportFact.SetAside(Protected.of(STREAM, "эки жолу келди"));
        axon.given(TAKEN).when(new SetReportAside(STREAM, "эки жолу келди")).expectEvents(aside);
        refused(axon.given(TAKEN).when(new SetReportAside(STREAM, " ")), "missing");
        refused(axon.given(TAKEN, aside).when(new SetReportAside(STREAM, "why")), "changes-nothing");
        axon.given(TAKEN, aside)
                .when(new WorkUpReport(STREAM, null, ID, List.of(INCIDENT)))
                .expectEvents(new ReportFact.WorkedUp(ID, List.of(INCIDENT)));
        refused(
                axon.given(TAKEN, new ReportFact.WorkedUp(ID, List.of(INCIDENT)))
                        .when(new SetReportAside(STREAM, "why")),
                "worked-up");
    }
}
