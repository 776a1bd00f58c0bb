package dalil.command.incident;

import static dalil.command.incident.IncidentFixture.*;

import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.record.RecordCommand.AcceptClaim;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordCommand.CorrectClaim;
import dalil.command.record.RecordCommand.DisputeClaim;
import dalil.command.record.RecordCommand.RetractRecord;
import dalil.command.record.RecordCommand.WithdrawClaim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.incident.IncidentFact;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.Test;

class ClaimsOnAnIncidentTest {

    private static final String OTHER = "incident/6f1c2d3e-0000-4000-8000-0000000000ff";

    @Test
    void accepts_a_claim_with_a_reason() {
        new IncidentFixture()
                .axon()
                .given(
                        reported(),
                        new IncidentFact.ClaimAdded(null, claim(NEW, "time", new Occurred("2020-10-04", null, null))))
                .when(new AcceptClaim(STREAM, 1L, TIME, "two witnesses name the 5th"), AIGUL)
                .expectEvents(new IncidentFact.ClaimAccepted(TIME, reason("two witnesses name the 5th")));
    }

    @Test
    void refuses_to_accept_twice_or_without_a_reason_or_where_values_stand_side_by_side() {
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.ClaimAccepted(TIME, reason("so")))
                .when(new AcceptClaim(STREAM, null, TIME, "again"), AIGUL)
                .expectException(refusal("changes-nothing"));
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new AcceptClaim(STREAM, null, TIME, " "), AIGUL)
                .expectException(refusal("/reason missing"));
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.ClaimAdded(null, claim(NEW, "label", new Word("x"))))
                .when(new AcceptClaim(STREAM, null, NEW, "so"), AIGUL)
                .expectException(refusal("nothing-to-accept"));
    }

    @Test
    void refuses_a_version_that_is_stale() {
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.ClaimAdded(null, claim(NEW, "label", new Word("x"))))
                .when(new AcceptClaim(STREAM, 0L, TIME, "so"), AIGUL)
                .expectException(ConflictingAggregateVersionException.class);
    }

    @Test
    void disputes_withdraws_and_corrects() {
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new DisputeClaim(STREAM, TIME, MINISTRY, "the ministry says the 6th"), AIGUL)
                .expectEvents(new IncidentFact.ClaimDisputed(TIME, MINISTRY, reason("the ministry says the 6th")));
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new WithdrawClaim(STREAM, null, TIME, "the paper took it back"), AIGUL)
                .expectEvents(new IncidentFact.ClaimWithdrawn(TIME, null, reason("the paper took it back")));
        Occurred right = new Occurred("2020-10-06", null, null);
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new CorrectClaim(STREAM, null, TIME, right, "typed wrongly"), AIGUL)
                .expectEvents(new IncidentFact.ClaimCorrected(TIME, right, reason("typed wrongly")));
    }

    @Test
    void refuses_a_correction_that_changes_nothing_or_has_the_wrong_form() {
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new CorrectClaim(STREAM, null, TIME, new Occurred("2020-10-05", null, null), "so"), AIGUL)
                .expectException(refusal("changes-nothing"));
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new CorrectClaim(STREAM, null, TIME, new Word("yesterday"), "so"), AIGUL)
                .expectException(refusal("/value wrong-form"));
    }

    @Test
    void says_nothing_more_about_a_withdrawn_claim() {
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.ClaimWithdrawn(TIME, null, reason("so")))
                .when(new DisputeClaim(STREAM, TIME, null, "so"), AIGUL)
                .expectException(refusal("claim-withdrawn"));
    }

    @Test
    void records_nothing_more_on_a_retracted_incident() {
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.Retracted(reason("filed twice")))
                .when(new AddClaim(STREAM, null, claim(NEW, "label", new Word("x"))), AIGUL)
                .expectException(refusal("retracted"));
        new IncidentFixture()
                .axon()
                .given(reported(), new IncidentFact.Retracted(reason("filed twice")))
                .when(new RetractRecord(STREAM, null, "again"), AIGUL)
                .expectException(refusal("retracted"));
    }

    @Test
    void links_incidents_and_asks_for_the_source_of_a_cause() {
        new IncidentFixture()
                .knowing(OTHER)
                .axon()
                .given(reported())
                .when(new LinkIncident(STREAM, "causes", OTHER, NEWSPAPER), AIGUL)
                .expectEvents(new IncidentFact.Linked("causes", OTHER, NEWSPAPER));
        new IncidentFixture()
                .knowing(OTHER)
                .axon()
                .given(reported())
                .when(new LinkIncident(STREAM, "causes", OTHER, null), AIGUL)
                .expectException(refusal("missing-source"));
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new LinkIncident(STREAM, "precedes", OTHER, null), AIGUL)
                .expectException(refusal("/to unknown-id"));
    }
}
