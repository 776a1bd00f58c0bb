package dalil.command.casualty;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyCommand.LinkCasualty;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims;
import dalil.command.claim.Texts;
import dalil.command.record.Origins;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a command, all of it at once. */
public final class CasualtyChecks {

    /** What an authority publishes as its own count. */
    private static final Set<String> OFFICIAL =
            Set.of("press-release-of-government", "press-release-of-alleged-perpetrator");

    private CasualtyChecks() {}

    /** Whether a casualty of this unit has the attribute at all: a group has no age, and one person has no number. */
    public static boolean fits(String unit, String attribute) {
        return CasualtyRules.fits(unit, attribute);
    }

    /** Refuses what cannot stand as the start of a casualty. */
    public static void begin(
            String unit,
            @Nullable String incident,
            List<Claim> claims,
            List<Injury> injuries,
            KnownRecords known,
            Origins origins) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/unit", "person-count-unit", unit));
        errors.addAll(incident(incident, known));
        if (claims.isEmpty() && injuries.isEmpty()) {
            errors.add(new FieldError("/claims", "missing", "a casualty begins with at least one claim or injury"));
        }
        errors.addAll(ClaimRules.errors(Attribute.Of.CASUALTY, claims, known, "/claims"));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            ids.add(claims.get(i).id());
            String at = "/claims/" + i;
            CasualtyRules.errors(unit, claims.get(i)).forEach(error -> errors.add(error.under(at)));
        }
        for (int i = 0; i < injuries.size(); i++) {
            String at = "/injuries/" + i;
            errors.addAll(injury(injuries.get(i), known, at));
            if (!ids.add(injuries.get(i).id())
                    || injuries.get(i).claims().stream().anyMatch(claim -> !ids.add(claim.id()))) {
                errors.add(new FieldError(at, "duplicate", "an id that stands elsewhere in this casualty"));
            }
        }
        refuseIf(errors);
        if (unit.equals(CasualtyFact.GROUP)) {
            CasualtyRules.A_GROUP_SAYS_HOW_MANY.check(claims);
            for (int i = 0; i < claims.size(); i++) {
                refuseIf(official(claims.get(i), origins, "/claims/" + i));
            }
        }
        if (claims.size()
                        + injuries.stream()
                                .mapToInt(injury -> injury.claims().size())
                                .sum()
                > HeldClaims.MAX_OPEN) {
            throw Refusal.because("too-many-claims", "a record holds at most " + HeldClaims.MAX_OPEN + " open claims");
        }
    }

    /** A total that an authority publishes is a figure: it stands beside the documented people, never among them. */
    static List<FieldError> official(Claim claim, Origins origins, String at) {
        String source = claim.source();
        if (claim.attribute().equals("persons") && source != null && isOfficial(source, origins)) {
            return List.of(new FieldError(
                    at + "/source",
                    "is-a-figure",
                    "a total that an authority published is a figure: POST /api/figures"));
        }
        return List.of();
    }

    private static boolean isOfficial(String source, Origins origins) {
        return origins.chainTypes(source).stream().anyMatch(OFFICIAL::contains);
    }

    static List<FieldError> injury(Injury injury, KnownRecords known, String at) {
        List<FieldError> errors = new ArrayList<>(Texts.uuid(at + "/id", injury.id()));
        errors.addAll(ClaimRules.errors(Attribute.Of.INJURY, injury.claims(), known, at + "/claims"));
        if (injury.claims().isEmpty()) {
            errors.add(new FieldError(at + "/claims", "missing", "an injury begins with at least one claim"));
        }
        return errors;
    }

    static List<FieldError> link(LinkCasualty link, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/relation", "casualty-link", link.relation()));
        if (!known.exists(link.to())) {
            errors.add(new FieldError(
                    "/to", "unknown-id", "no such record; it is written as incident/<uuid> or casualty/<uuid>"));
        } else if (link.to().equals(link.stream())) {
            errors.add(new FieldError("/to", "links-to-itself", "a casualty is not linked to itself"));
        } else if (link.relation().startsWith("harmed-") && !link.to().startsWith(Streams.incident(""))) {
            errors.add(new FieldError("/to", "wrong-kind", "an incident is required"));
        }
        if (link.part() != null) {
            errors.addAll(Texts.uuid("/part", link.part()));
        }
        errors.addAll(ClaimRules.sourceErrors("/source", link.source(), known));
        return errors;
    }

    private static List<FieldError> incident(@Nullable String incident, KnownRecords known) {
        if (incident == null) {
            return List.of();
        }
        List<FieldError> malformed = Texts.uuid("/incident", incident);
        return malformed.isEmpty() && !known.exists(Streams.incident(incident))
                ? List.of(new FieldError("/incident", "unknown-id", "no incident of this id is on record"))
                : malformed;
    }

    private static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }
}
