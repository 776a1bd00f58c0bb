package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.IncidentState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A review speaks about what stood when it was made, and about nothing that came later. */
class AfterAReviewTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";

    private final IncidentState state = new IncidentState();
    private long next;

    @Test
    void a_use_of_force_recorded_later_is_not_covered_until_the_next_review() {
        apply(new IncidentFact.Reported(ID, List.of(), List.of(force("f1", "baton"))));
        review();
        apply(new IncidentFact.ForceUseRecorded(force("f2", "firearm")));
        assertThat(certain("f1")).isTrue();
        assertThat(certain("f2")).isFalse();
        review();
        assertThat(certain("f2")).isTrue();
    }

    @Test
    void a_correction_is_not_covered_and_ends_the_acceptance() {
        apply(new IncidentFact.Reported(ID, List.of(), List.of(force("f1", "baton"))));
        apply(new IncidentFact.ClaimAccepted("f1-weapon", Protected.erased()));
        review();
        apply(new IncidentFact.ClaimCorrected("f1-weapon", new Word("explosive"), Protected.erased()));
        assertThat(certain("f1")).isFalse();
        LiveValue now = weapon("f1").values().get(0);
        assertThat(now.value()).isEqualTo(new Word("explosive"));
        assertThat(now.claims().get(0).accepted()).isNull();
    }

    private boolean certain(String force) {
        return weapon(force).seenBy(state.reviewedAt()).values().get(0).certain();
    }

    private AttributeState weapon(String force) {
        return java.util.Objects.requireNonNull(state.forceUses().get(force)).attribute("weapon");
    }

    private void review() {
        apply(new IncidentFact.Reviewed(
                "corroborated",
                List.of("existence", "cause-and-weapon"),
                true,
                List.of(),
                true,
                null,
                null,
                Protected.erased()));
    }

    private void apply(IncidentFact fact) {
        state.apply(next++, fact, Map.of("actor", "nobody"));
    }

    private static ForceUse force(String id, String weapon) {
        return new ForceUse(
                id, List.of(new Claim(id + "-weapon", "weapon", new Word(weapon), null, null, null, null, null)));
    }
}
