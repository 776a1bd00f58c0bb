package dalil.command.incident;

import static dalil.command.incident.IncidentFixture.*;

import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewIncidentTest {

    private static final ExaminedEvidence VIDEO = new ExaminedEvidence("visual", NEWSPAPER);
    private static final Confirmation ACKNOWLEDGED = new Confirmation("acknowledged-by-authority", MINISTRY);

    @Test
    void two_independent_origins_corroborate() {
        reportedBy(new IncidentFixture())
                .when(review("corroborated", true, List.of(NEWSPAPER, MINISTRY), null, null), BAKYT)
                .expectEvents(new IncidentFact.Reviewed(
                        "corroborated",
                        List.of("existence"),
                        true,
                        List.of(NEWSPAPER, MINISTRY),
                        true,
                        null,
                        null,
                        reason("because")));
    }

    @Test
    void one_direct_source_with_examined_evidence_corroborates_and_does_not_pass_for_two_origins() {
        reportedBy(new IncidentFixture())
                .when(review("corroborated", true, List.of(NEWSPAPER), VIDEO, null), BAKYT)
                .expectEvents(new IncidentFact.Reviewed(
                        "corroborated",
                        List.of("existence"),
                        true,
                        List.of(NEWSPAPER),
                        false,
                        VIDEO,
                        null,
                        reason("because")));
    }

    @Test
    void one_origin_alone_does_not_corroborate() {
        reportedBy(new IncidentFixture())
                .when(review("corroborated", true, List.of(NEWSPAPER), null, null), BAKYT)
                .expectException(refusal("not-enough-origins"));
    }

    @Test
    void two_outlets_of_one_statement_are_one_origin() {
        reportedBy(new IncidentFixture().notIndependentBecause("both have it from the ministry"))
                .when(review("corroborated", true, List.of(NEWSPAPER, MINISTRY), null, null), BAKYT)
                .expectException(refusal("origins-not-independent"));
        reportedBy(new IncidentFixture())
                .when(review("corroborated", true, List.of(NEWSPAPER, NEWSPAPER), null, null), BAKYT)
                .expectException(refusal("origins-not-independent"));
    }

    @Test
    void origins_that_say_nothing_about_the_incident_do_not_corroborate_it() {
        String elsewhere = "6f1c2d3e-0000-4000-8000-00000000000e";
        reportedBy(new IncidentFixture().knowing("source/" + elsewhere))
                .when(review("corroborated", true, List.of(NEWSPAPER, elsewhere), null, null), BAKYT)
                .expectException(refusal("/origins origin-says-nothing-here"));
        reportedBy(new IncidentFixture().knowing("source/" + elsewhere))
                .when(review("corroborated", true, List.of(), new ExaminedEvidence("visual", elsewhere), null), BAKYT)
                .expectException(refusal("/evidence/source origin-says-nothing-here"));
    }

    @Test
    void a_recorder_who_writes_their_name_in_capitals_is_the_same_person() {
        reportedBy(new IncidentFixture())
                .when(
                        review("corroborated", true, List.of(NEWSPAPER, MINISTRY), null, null),
                        java.util.Map.of(dalil.command.Actor.META_ACTOR, " АЙГҮЛ"))
                .expectException(refusal("reviewer-is-the-recorder"));
    }

    @Test
    void what_is_not_coherent_is_not_corroborated() {
        reportedBy(new IncidentFixture())
                .when(review("corroborated", false, List.of(NEWSPAPER, MINISTRY), null, null), BAKYT)
                .expectException(refusal("/coherent not-coherent"));
    }

    @Test
    void confirmed_needs_more_than_corroborated() {
        reportedBy(new IncidentFixture())
                .when(review("confirmed", true, List.of(NEWSPAPER, MINISTRY), null, null), BAKYT)
                .expectException(refusal("not-confirmed"));
        reportedBy(new IncidentFixture())
                .when(review("confirmed", true, List.of(NEWSPAPER, MINISTRY), null, ACKNOWLEDGED), BAKYT)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void refuses_a_review_by_the_recorder() {
        reportedBy(new IncidentFixture())
                .when(review("corroborated", true, List.of(NEWSPAPER, MINISTRY), null, null), AIGUL)
                .expectException(refusal("reviewer-is-the-recorder"));
    }

    @Test
    void refuses_a_review_by_whoever_recorded_a_claim_on_it() {
        reportedBy(new IncidentFixture())
                .andGiven(new org.axonframework.eventhandling.GenericEventMessage<>(
                        new IncidentFact.ClaimAdded(null, claim(NEW, "label", new Word("x"))), BAKYT))
                .when(review("insufficient", true, List.of(), null, null), BAKYT)
                .expectException(refusal("reviewer-is-the-recorder"));
    }

    @Test
    void self_reviewed_is_an_honest_state_of_the_recorder_only() {
        reportedBy(new IncidentFixture())
                .when(review("self-reviewed", true, List.of(), null, null), AIGUL)
                .expectSuccessfulHandlerExecution();
        reportedBy(new IncidentFixture())
                .when(review("self-reviewed", true, List.of(), null, null), BAKYT)
                .expectException(refusal("not-a-recorder"));
    }

    @Test
    void says_what_it_covers_and_why() {
        reportedBy(new IncidentFixture())
                .when(
                        new ReviewRecord(STREAM, "insufficient", List.of(), false, List.of(), null, null, "because"),
                        BAKYT)
                .expectException(refusal("covers-nothing"));
        reportedBy(new IncidentFixture())
                .when(
                        new ReviewRecord(STREAM, "discounted", List.of("existence"), false, List.of(), null, null, ""),
                        BAKYT)
                .expectException(refusal("/reason missing"));
        reportedBy(new IncidentFixture())
                .when(
                        new ReviewRecord(
                                STREAM, "certain", List.of("weather"), false, List.of(), null, null, "because"),
                        BAKYT)
                .expectException(refusal("/covers/0 unknown-word"));
    }

    private static TestExecutor<Incident> reportedBy(IncidentFixture fixture) {
        return fixture.axon().given(new org.axonframework.eventhandling.GenericEventMessage<>(reported(), AIGUL));
    }

    private static ReviewRecord review(
            String state,
            boolean coherent,
            List<String> origins,
            @Nullable ExaminedEvidence evidence,
            @Nullable Confirmation confirmation) {
        return new ReviewRecord(
                STREAM, state, List.of("existence"), coherent, origins, evidence, confirmation, "because");
    }
}
