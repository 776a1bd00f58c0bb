package dalil.events.casualty;

import dalil.events.casualty.CasualtyFact.Outcome;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Which fact records a claim of which outcome. */
public final class OutcomeFacts {

    /** The attribute whose claims are told as facts of their own. */
    public static final String ATTRIBUTE = "outcome";

    private static final Map<String, Function<Claim, Outcome>> BY_CODE = byCode();

    private OutcomeFacts() {}

    private static Map<String, Function<Claim, Outcome>> byCode() {
        Map<String, Function<Claim, Outcome>> facts = new LinkedHashMap<>();
        facts.put("injured", CasualtyFact.Injured::new);
        facts.put("sought-help", CasualtyFact.SoughtHelp::new);
        facts.put("treated-as-outpatient", CasualtyFact.TreatedAsOutpatient::new);
        facts.put("hospitalised", CasualtyFact.Hospitalised::new);
        facts.put("in-intensive-care", CasualtyFact.InIntensiveCare::new);
        facts.put("transferred", CasualtyFact.Transferred::new);
        facts.put("discharged", CasualtyFact.Discharged::new);
        facts.put("refused-admission", CasualtyFact.RefusedAdmission::new);
        facts.put("turned-away", CasualtyFact.TurnedAway::new);
        facts.put("left-against-advice", CasualtyFact.LeftAgainstAdvice::new);
        facts.put("did-not-seek-care", CasualtyFact.DidNotSeekCare::new);
        facts.put("under-guard", CasualtyFact.UnderGuard::new);
        facts.put("detained", CasualtyFact.Detained::new);
        facts.put("missing", CasualtyFact.Missing::new);
        facts.put("found", CasualtyFact.Found::new);
        facts.put("died", CasualtyFact.Died::new);
        return facts;
    }

    /** The fact that records a new claim about a casualty: of its outcome if it is about one. */
    public static CasualtyFact added(Claim claim) {
        if (claim.attribute().equals(ATTRIBUTE) && claim.value() instanceof ClaimValue.Word outcome) {
            return Objects.requireNonNull(BY_CODE.get(outcome.word()), "an outcome of no list")
                    .apply(claim);
        }
        return new CasualtyFact.ClaimAdded(null, claim);
    }

    /** Every outcome that has a fact of its own. */
    public static Iterable<String> codes() {
        return BY_CODE.keySet();
    }
}
