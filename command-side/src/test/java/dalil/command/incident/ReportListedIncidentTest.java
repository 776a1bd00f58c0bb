package dalil.command.incident;

import static dalil.command.incident.IncidentFixture.*;

import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportListedIncidentTest {

    private static final String A = "00000000-0000-4000-8000-0000000000c1";
    private static final String B = "00000000-0000-4000-8000-0000000000c2";
    private static final String C = "00000000-0000-4000-8000-0000000000c3";

    private final IncidentFact.Reported before = new IncidentFact.Reported(
            ID,
            List.of(listed(A, "title", "Shots"), listed(B, "label", "rubber-bullets")),
            List.of(new ForceUse(FORCE, List.of(listed(C, "used-by", "state-force")))));

    private final List<ForceUse> sameForce =
            List.of(new ForceUse(FORCE, List.of(listed(USED_BY, "used-by", "state-force"))));

    @Test
    void creates_the_incident_when_it_is_listed_first() {
        new IncidentFixture()
                .axon()
                .givenNoPriorActivity()
                .when(new ReportListedIncident(STREAM, DATASET, before.claims(), before.forceUses(), false), AIGUL)
                .expectEvents(before);
    }

    @Test
    void says_nothing_when_the_same_is_listed_again() {
        new IncidentFixture()
                .axon()
                .given(before)
                .when(relisted(listed(NEW, "title", "Shots"), listed(TITLE, "label", "rubber-bullets")), AIGUL)
                .expectNoEvents();
    }

    @Test
    void adds_what_is_new_and_withdraws_what_is_gone() {
        Claim renamed = listed(NEW, "label", "rubber-bullet");
        new IncidentFixture()
                .axon()
                .given(before)
                .when(relisted(listed(TITLE, "title", "Shots"), renamed), AIGUL)
                .expectEvents(
                        new IncidentFact.ClaimAdded(null, renamed), new IncidentFact.ClaimWithdrawn(B, DATASET, null));
    }

    @Test
    void withdraws_all_claims_of_a_use_of_force_that_is_gone() {
        new IncidentFixture()
                .axon()
                .given(before)
                .when(
                        new ReportListedIncident(
                                STREAM,
                                DATASET,
                                claims(listed(TITLE, "title", "Shots"), listed(NEW, "label", "rubber-bullets")),
                                List.of(),
                                false),
                        AIGUL)
                .expectEvents(new IncidentFact.ClaimWithdrawn(C, DATASET, null));
    }

    @Test
    void leaves_alone_what_people_did_to_its_claims() {
        new IncidentFixture()
                .axon()
                .given(
                        before,
                        new IncidentFact.ClaimWithdrawn(B, null, reason("the outlet took it back")),
                        new IncidentFact.ClaimCorrected(A, new Word("Three shots"), reason("cut off")),
                        new IncidentFact.ClaimAdded(null, claim(NEW, "label", new Word("ours"))))
                .when(relisted(listed(TITLE, "title", "Shots"), listed(TIME, "label", "rubber-bullets")), AIGUL)
                .expectNoEvents();
    }

    @Test
    void does_not_bring_back_what_was_erased() {
        Claim erased = new Claim(
                A, "narrative", new ClaimValue.Text(Protected.erased()), NEWSPAPER, "2020-10-06", null, null, DATASET);
        Claim inTheFile = new Claim(
                NEW,
                "narrative",
                new ClaimValue.Text(Protected.of("source/" + NEWSPAPER, "still in the file")),
                NEWSPAPER,
                "2020-10-06",
                null,
                null,
                DATASET);
        ListedDifferenceProbe.expectNothing(erased, inTheFile);
    }

    @Test
    void says_nothing_about_a_retracted_incident() {
        new IncidentFixture()
                .axon()
                .given(before, new IncidentFact.Retracted(reason("did not happen")))
                .when(relisted(listed(NEW, "title", "Another title")), AIGUL)
                .expectNoEvents();
    }

    private ReportListedIncident relisted(Claim... claims) {
        return new ReportListedIncident(STREAM, DATASET, claims(claims), sameForce, false);
    }

    @Test
    void a_listed_link_is_recorded_once_and_not_on_what_was_retracted() {
        String other = "incident/6f1c2d3e-0000-4000-8000-0000000000ff";
        LinkListedIncident link = new LinkListedIncident(STREAM, "contradicts", other, NEWSPAPER);
        IncidentFact.Linked linked = new IncidentFact.Linked("contradicts", other, NEWSPAPER);
        IncidentFixture knowing = new IncidentFixture().knowing(other);
        knowing.axon().given(before).when(link, AIGUL).expectEvents(linked);
        knowing.axon().given(before, linked).when(link, AIGUL).expectNoEvents();
        knowing.axon()
                .given(before, new IncidentFact.Retracted(reason("not one of ours")))
                .when(link, AIGUL)
                .expectNoEvents();
        new IncidentFixture().axon().given(before).when(link, AIGUL).expectException(refusal("unknown-id"));
    }
}
