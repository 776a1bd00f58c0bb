package dalil.command.incident;

import static dalil.command.incident.IncidentFixture.*;

import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportIncidentTest {

    @Test
    void records_what_is_reported() {
        IncidentFact.Reported fact = reported();
        new IncidentFixture()
                .axon()
                .givenNoPriorActivity()
                .when(new ReportIncident(STREAM, fact.claims(), fact.forceUses()), AIGUL)
                .expectEvents(fact);
    }

    @Test
    void refuses_an_id_that_is_on_record() {
        new IncidentFixture()
                .knowing(STREAM)
                .axon()
                .givenNoPriorActivity()
                .when(new ReportIncident(STREAM, reported().claims(), List.of()), AIGUL)
                .expectException(refusal("already-exists"));
    }

    @Test
    void refuses_a_use_of_force_by_nobody() {
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new RecordForceUse(STREAM, new ForceUse(NEW, List.of())), AIGUL)
                .expectException(refusal("/usedBy missing"));
    }

    @Test
    void refuses_a_claim_on_a_use_of_force_that_is_not_there() {
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new AddClaim(STREAM, NEW, claim(NEW, "weapon", new Word("baton"))), AIGUL)
                .expectException(refusal("unknown-id"));
    }

    @Test
    void refuses_what_would_overfill_the_record() {
        var fixture = new IncidentFixture().axon();
        IncidentFact[] many = new IncidentFact[500];
        many[0] = reported();
        for (int i = 1; i < 500; i++) {
            many[i] = new IncidentFact.ClaimAdded(
                    null, claim("00000000-0000-4000-8000-" + String.format("%012d", i), "label", new Word("l" + i)));
        }
        fixture.given((Object[]) many)
                .when(new AddClaim(STREAM, null, claim(NEW, "label", new Word("one too many"))), AIGUL)
                .expectException(refusal("too-many-claims"));
    }

    @ParameterizedTest
    @MethodSource("claims_that_cannot_stand")
    void refuses_a_claim_that_cannot_stand(String expected, Claim claim) {
        new IncidentFixture()
                .axon()
                .given(reported())
                .when(new AddClaim(STREAM, claim.attribute().equals("weapon") ? FORCE : null, claim), AIGUL)
                .expectException(refusal(expected));
    }

    static List<Object[]> claims_that_cannot_stand() {
        return List.of(
                new Object[] {"/attribute unknown-word", claim(NEW, "colour", new Word("red"))},
                new Object[] {"/value unknown-word", claim(NEW, "weapon", new Word("sling"))},
                new Object[] {"/value wrong-form", claim(NEW, "weapon", new Range(1, 2))},
                new Object[] {"/value/answer unknown-word", claim(NEW, "kind", new Answer("perhaps"))},
                new Object[] {"/value/date impossible-date", claim(NEW, "time", new Occurred("2020-02-30", null, null))
                },
                new Object[] {
                    "/value/timeOfDay impossible-time",
                    claim(NEW, "time", new Occurred("2020-10-05", new Occurred.Hours("25:00", null, false), null))
                },
                new Object[] {"/value/lat out-of-range", place("95", "74.6")},
                new Object[] {"/value/lon out-of-range", place("42.8", "-180.1")},
                new Object[] {"/value/lon missing", place("42.8", null)},
                new Object[] {"/value/lat malformed", place("4 2", "1")},
                new Object[] {"/value missing", claim(NEW, "title", new Word("  "))},
                new Object[] {"/value malformed", claim(NEW, "title", new Word("two\nlines"))},
                new Object[] {"/value malformed", claim(NEW, "title", new Word("lone \ud800"))},
                new Object[] {"/value too-long", claim(NEW, "narrative", text("ү".repeat(128 * 1024 + 1)))},
                new Object[] {"/source unknown-id", claim(NEW, "label", new Word("x"), NEW, null)},
                new Object[] {"/id malformed", claim("7", "label", new Word("x"))});
    }

    private static Claim place(String lat, @org.jspecify.annotations.Nullable String lon) {
        return claim(
                NEW, "place", new Place(List.of("KG", "Bishkek"), "vicinity", new Place.Spot(null, lat, lon), null));
    }

    private static ClaimValue text(String text) {
        return new Text(Protected.of("source/" + NEWSPAPER, text));
    }
}
