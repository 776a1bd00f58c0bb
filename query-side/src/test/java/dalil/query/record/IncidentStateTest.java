package dalil.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.query.record.AttributeState.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentStateTest {

    private static final Protected<String> REASON = Protected.of("incident/1", "because");

    private final IncidentState incident = new IncidentState();
    private long index;

    @Test
    void one_value_said_twice_is_one_value() {
        reported(claim("a", "kind", new Word("assembly")), claim("b", "kind", new Word("assembly")));

        AttributeState kind = incident.claims().attribute("kind");
        assertThat(kind.standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(kind.values()).hasSize(1);
        assertThat(kind.values().get(0).claims()).hasSize(2);
    }

    @Test
    void two_values_contest_each_other_until_one_is_accepted() {
        reported(claim("a", "kind", new Word("assembly")), claim("b", "kind", new Word("arrest")));
        assertThat(incident.claims().attribute("kind").standing()).isEqualTo(Standing.CONTESTED);

        then(new IncidentFact.ClaimAccepted("b", REASON));
        assertThat(incident.claims().attribute("kind").inForce()).contains(new Word("arrest"));
        assertThat(incident.claims().attribute("kind").values()).hasSize(2);

        then(new IncidentFact.ClaimAccepted("a", REASON));
        assertThat(incident.claims().attribute("kind").inForce()).contains(new Word("assembly"));
        assertThat(standing("b")).isEqualTo(ClaimState.Standing.LIVE);
    }

    @Test
    void the_only_undisputed_value_is_in_force_and_the_disputed_one_stays_live() {
        reported(claim("a", "kind", new Word("assembly")), claim("b", "kind", new Word("arrest")));
        then(new IncidentFact.ClaimDisputed("a", "source-2", REASON));

        assertThat(incident.claims().attribute("kind").inForce()).contains(new Word("arrest"));
        assertThat(incident.claims().attribute("kind").values()).hasSize(2);
        assertThat(standing("a")).isEqualTo(ClaimState.Standing.DISPUTED);
    }

    @Test
    void a_value_that_is_disputed_and_alone_is_contested() {
        reported(claim("a", "kind", new Word("assembly")));
        then(new IncidentFact.ClaimDisputed("a", null, REASON));

        assertThat(incident.claims().attribute("kind").standing()).isEqualTo(Standing.CONTESTED);
    }

    @Test
    void a_withdrawn_claim_says_nothing_and_stays_readable() {
        reported(claim("a", "kind", new Word("assembly")), claim("b", "kind", new Word("arrest")));
        then(new IncidentFact.ClaimAccepted("a", REASON));
        then(new IncidentFact.ClaimWithdrawn("a", null, REASON));

        assertThat(incident.claims().attribute("kind").inForce()).contains(new Word("arrest"));
        assertThat(incident.claims().all()).hasSize(2);
    }

    @Test
    void a_correction_puts_the_right_value_in_the_same_claim_and_keeps_the_wrong_one() {
        reported(claim("a", "time", new Occurred("2020-10-04", null, null)));
        then(new IncidentFact.ClaimCorrected("a", new Occurred("2020-10-05", null, null), REASON));

        ClaimState claim = incident.claims().find("a");
        assertThat(claim).isNotNull();
        assertThat(claim.corrections())
                .extracting(ClaimState.Correction::before)
                .containsExactly(new Occurred("2020-10-04", null, null));
        assertThat(claim.index()).isZero();
        assertThat(claim.changed()).isEqualTo(1);
        assertThat(incident.claims().attribute("time").inForce()).contains(new Occurred("2020-10-05", null, null));
    }

    @Test
    void many_values_hold_side_by_side() {
        reported(claim("a", "label", new Word("tear-gas")), claim("b", "label", new Word("journalist")));
        then(new IncidentFact.ClaimDisputed("a", null, REASON));

        AttributeState labels = incident.claims().attribute("label");
        assertThat(labels.standing()).isEqualTo(Standing.SIDE_BY_SIDE);
        assertThat(labels.values())
                .extracting(AttributeState.LiveValue::certain)
                .containsExactly(false, true);
    }

    @Test
    void protected_parts_do_not_make_values_differ() {
        Place home = new Place(List.of("KG"), "exact", null, Protected.of("source/1", new Place.Spot("a", "1", "2")));
        Place erased = new Place(List.of("KG"), "exact", null, Protected.erased());
        reported(claim("a", "place", home), claim("b", "place", erased));

        assertThat(incident.claims().attribute("place").standing()).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void a_use_of_force_counts_while_a_claim_about_it_lives() {
        reported();
        then(new IncidentFact.ForceUseRecorded(new IncidentFact.ForceUse("f", List.of())));
        assertThat(incident.forceUses().values()).extracting(ClaimSet::anyLive).containsExactly(false);

        then(new IncidentFact.ClaimAdded("f", claim("w", "weapon", new Word("baton"))));
        assertThat(incident.forceUses().values()).extracting(ClaimSet::anyLive).containsExactly(true);

        then(new IncidentFact.ClaimWithdrawn("w", "dataset-1", null));
        assertThat(incident.forceUses().values()).extracting(ClaimSet::anyLive).containsExactly(false);
    }

    @Test
    void the_last_review_is_in_force_and_the_reviewer_is_no_recorder() {
        reported();
        assertThat(incident.corroboration()).isEqualTo("reported");
        incident.apply(index++, review("corroborated"), Map.of("actor", "Нурлан"));
        incident.apply(index++, review("confirmed"), Map.of("actor", "Айгүл"));

        assertThat(incident.corroboration()).isEqualTo("confirmed");
        assertThat(incident.review().orElseThrow().reviewer()).isEqualTo("Айгүл");
        assertThat(incident.recorders()).containsExactly("recorder");
    }

    private ClaimState.Standing standing(String claim) {
        ClaimState state = incident.find(claim);
        assertThat(state).isNotNull();
        return state.standing();
    }

    private void reported(Claim... claims) {
        then(new IncidentFact.Reported("1", List.of(claims), List.of()));
    }

    private void then(IncidentFact fact) {
        incident.apply(index++, fact, Map.of("actor", "recorder"));
    }

    private static IncidentFact.Reviewed review(String state) {
        return new IncidentFact.Reviewed(state, List.of("existence"), true, List.of(), true, null, null, REASON);
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        return new Claim(id, attribute, value, "source-1", null, null, null, null);
    }
}
