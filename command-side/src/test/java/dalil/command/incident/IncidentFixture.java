package dalil.command.incident;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.record.Origins;
import dalil.command.record.StatedOrigins;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** What the tests of incidents share: an invented incident, two sources, and words for them. */
final class IncidentFixture {

    static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";
    static final String STREAM = "incident/" + ID;
    static final String MINISTRY = "6f1c2d3e-0000-4000-8000-000000000002";
    static final String NEWSPAPER = "6f1c2d3e-0000-4000-8000-000000000003";
    static final String FORCE = "6f1c2d3e-0000-4000-8000-000000000004";
    static final String DATASET = "6f1c2d3e-0000-4000-8000-000000000005";
    static final String TITLE = "00000000-0000-4000-8000-0000000000a1";
    static final String TIME = "00000000-0000-4000-8000-0000000000a2";
    static final String USED_BY = "00000000-0000-4000-8000-0000000000a3";
    static final String EXISTS = "00000000-0000-4000-8000-0000000000a4";
    static final String NEW = "00000000-0000-4000-8000-0000000000b1";

    static final Map<String, String> AIGUL = Map.of(Actor.META_ACTOR, "Айгүл");
    static final Map<String, String> BAKYT = Map.of(Actor.META_ACTOR, "Бакыт");

    private final Set<String> records = new HashSet<>(Set.of("source/" + MINISTRY, "source/" + NEWSPAPER));
    private Optional<String> notIndependent = Optional.empty();

    AggregateTestFixture<Incident> axon() {
        AggregateTestFixture<Incident> fixture = new AggregateTestFixture<>(Incident.class);
        KnownRecords known = records::contains;
        Origins origins = new StatedOrigins(notIndependent, List.of());
        fixture.registerInjectableResource(known);
        fixture.registerInjectableResource(origins);
        return fixture;
    }

    IncidentFixture knowing(String stream) {
        records.add(stream);
        return this;
    }

    IncidentFixture notIndependentBecause(String why) {
        notIndependent = Optional.of(why);
        return this;
    }

    static IncidentFact.Reported reported() {
        return new IncidentFact.Reported(
                ID,
                List.of(
                        new Claim(TITLE, "title", new ClaimValue.Word("Газ колдонулду"), null, null, null, null, null),
                        claim(TIME, "time", new Occurred("2020-10-05", null, null)),
                        claim(EXISTS, "existence", new ClaimValue.Word("affirmed"), MINISTRY, null)),
                List.of(new ForceUse(FORCE, List.of(claim(USED_BY, "used-by", new ClaimValue.Word("state-force"))))));
    }

    static Claim claim(String id, String attribute, ClaimValue value) {
        return claim(id, attribute, value, NEWSPAPER, null);
    }

    static Claim claim(String id, String attribute, ClaimValue value, String source, @Nullable String dataset) {
        return new Claim(id, attribute, value, source, "2020-10-06", null, null, dataset);
    }

    static Claim listed(String id, String attribute, String word) {
        return claim(id, attribute, new ClaimValue.Word(word), NEWSPAPER, DATASET);
    }

    static Protected<String> reason(String text) {
        return Protected.of(STREAM, text);
    }

    /** A refusal with this code. */
    static Matcher<?> refusal(String code) {
        return new CodeMatcher(code);
    }

    static List<Claim> claims(Claim... claims) {
        return new ArrayList<>(List.of(claims));
    }
}
