package dalil.command.casualty;

import dalil.command.casualty.CasualtyCommand.LinkCasualty;
import dalil.command.rule.FieldError;
import dalil.command.rule.Rule;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of casualties, each with the sentence it enforces. */
final class CasualtyRules {

    private static final String PERSONS = "persons";
    private static final Set<String> OF_ONE_PERSON = Set.of("name", "contact", "age", "born", "sex", "occupation");

    private CasualtyRules() {}

    static final Rule<LinkCasualty> HARMED_BY_NEEDS_A_SOURCE = new Rule<>(
            "missing-source",
            link -> "harmed-by".equals(link.relation()) && link.source() == null,
            "/source",
            "that this use of force harmed the person is a claim: it needs a source");

    static final Rule<List<Claim>> A_GROUP_SAYS_HOW_MANY = new Rule<>(
            "missing-persons",
            claims -> claims.stream().noneMatch(claim -> claim.attribute().equals(PERSONS)),
            "/unit",
            "a group says how many people it counts");

    static boolean fits(String unit, String attribute) {
        return unit.equals(CasualtyFact.GROUP) ? !OF_ONE_PERSON.contains(attribute) : !attribute.equals(PERSONS);
    }

    /** What cannot be said of this unit: a group has no age, and one person has no number. */
    static List<FieldError> errors(String unit, Claim claim) {
        List<FieldError> errors = new ArrayList<>();
        boolean group = unit.equals(CasualtyFact.GROUP);
        if (!fits(unit, claim.attribute())) {
            errors.add(
                    group
                            ? new FieldError(
                                    "/attribute",
                                    "of-one-person",
                                    "a group has no " + claim.attribute() + "; record the person")
                            : new FieldError("/attribute", "of-a-group", "one person is one person"));
        }
        if (group && claim.value() instanceof ClaimValue.Range range && range.greatest() < 1) {
            errors.add(new FieldError("/value/greatest", "out-of-range", "a group has at least one person"));
        }
        return errors;
    }
}
