package dalil.query.record.answer;

import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.OutcomeFacts;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Count;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.claim.PersonName;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A random record, invented, told by its seed: every kind of fact, every shape of value. */
final class Invented {

    private final Random random;
    private final String id;
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    Invented(long seed) {
        this.random = new Random(seed);
        this.id = uuid();
    }

    String id() {
        return id;
    }

    /** Who made each claim. */
    Map<String, @Nullable String> sources() {
        Map<String, @Nullable String> sources = new HashMap<>();
        claims.forEach(claim -> sources.put(claim.id(), claim.source()));
        return sources;
    }

    List<Fact> incident(int facts) {
        List<Fact> stream = new ArrayList<>();
        stream.add(new IncidentFact.Reported(id, claims(Attribute.Of.INCIDENT), List.of(forceUse(), forceUse())));
        while (stream.size() < facts) {
            stream.add(next());
        }
        return stream;
    }

    private Fact next() {
        Claim some = pick(claims);
        return switch (random.nextInt(9)) {
            case 0 -> new IncidentFact.ClaimAdded(null, claim(Attribute.Of.INCIDENT));
            case 1 -> new IncidentFact.ClaimAdded(pick(parts), claim(Attribute.Of.FORCE_USE));
            case 2 -> new IncidentFact.ClaimAccepted(some.id(), text());
            case 3 -> new IncidentFact.ClaimDisputed(some.id(), maybe(uuid()), text());
            case 4 -> new IncidentFact.ClaimWithdrawn(some.id(), maybe(uuid()), maybe(text()));
            case 5 -> new IncidentFact.ClaimCorrected(some.id(), value(attribute(some.attribute())), text());
            case 6 -> new IncidentFact.ForceUseRecorded(forceUse());
            case 7 -> new IncidentFact.Linked("causes", "incident/" + uuid(), uuid());
            default ->
                new IncidentFact.Reviewed(
                        "corroborated",
                        List.of("existence"),
                        true,
                        List.of(uuid(), uuid()),
                        true,
                        maybe(new ExaminedEvidence("visual", uuid())),
                        maybe(new Confirmation("other-purpose-record", uuid())),
                        text());
        };
    }

    List<Fact> casualty(int facts) {
        List<Fact> stream = new ArrayList<>();
        stream.add(new CasualtyFact.Recorded(
                id, "individual", uuid(), claims(Attribute.Of.CASUALTY), List.of(injury(), injury())));
        while (stream.size() < facts) {
            stream.add(nextOfCasualty());
        }
        return stream;
    }

    private Fact nextOfCasualty() {
        Claim some = pick(claims);
        return switch (random.nextInt(12)) {
            case 0 -> OutcomeFacts.added(claim(Attribute.Of.CASUALTY));
            case 1 -> new CasualtyFact.ClaimAdded(pick(parts), claim(Attribute.Of.INJURY));
            case 2 -> new CasualtyFact.ClaimAccepted(some.id(), text());
            case 3 -> new CasualtyFact.ClaimDisputed(some.id(), maybe(uuid()), text());
            case 4 -> new CasualtyFact.ClaimWithdrawn(some.id(), maybe(uuid()), maybe(text()));
            case 5 -> new CasualtyFact.ClaimCorrected(some.id(), value(attribute(some.attribute())), text());
            case 6 -> new CasualtyFact.InjuryRecorded(injury());
            case 7 -> new CasualtyFact.Linked("harmed-by", "incident/" + uuid(), uuid(), uuid());
            case 8 -> new CasualtyFact.NamedOut(uuid());
            case 9 -> new CasualtyFact.MergedInto(uuid(), text());
            case 10 -> new CasualtyFact.Unmerged(text());
            default ->
                new CasualtyFact.Reviewed(
                        "corroborated", List.of("outcome"), true, List.of(uuid(), uuid()), true, null, null, text());
        };
    }

    private CasualtyFact.Injury injury() {
        String injury = uuid();
        parts.add(injury);
        return new CasualtyFact.Injury(injury, claims(Attribute.Of.INJURY));
    }

    private ForceUse forceUse() {
        String forceUse = uuid();
        parts.add(forceUse);
        return new ForceUse(forceUse, claims(Attribute.Of.FORCE_USE));
    }

    private List<Claim> claims(Attribute.Of of) {
        List<Claim> several = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            several.add(claim(of));
        }
        return several;
    }

    private Claim claim(Attribute.Of of) {
        Attribute attribute =
                pick(Attributes.all().stream().filter(one -> one.of() == of).toList());
        Claim claim = new Claim(
                uuid(),
                attribute.name(),
                value(attribute),
                maybe(uuid()),
                maybe("2020-10-06"),
                maybe(occurred()),
                maybe(text()),
                maybe(uuid()));
        claims.add(claim);
        return claim;
    }

    private static Attribute attribute(String name) {
        return Attributes.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ClaimValue value(Attribute attribute) {
        if (attribute.form() != Attribute.Form.TEXT
                && attribute.form() != Attribute.Form.NAME
                && random.nextInt(6) == 0) {
            return new Answer(pick(List.of("unknown", "not-asked", "refused", "none")));
        }
        return switch (attribute.form()) {
            case CODE ->
                attribute.name().equals(OutcomeFacts.ATTRIBUTE)
                        ? new Word(pick(List.of("hospitalised", "died")))
                        : new Word(pick(List.of("a", "b")));
            case WORD -> new Word(pick(List.of("a", "b", "=1+1", "көз ң 😀")));
            case COUNT -> new Count(random.nextInt(100));
            case RANGE -> new Range(random.nextInt(3), 3 + random.nextInt(3));
            case TEXT -> new Text(text());
            case OCCURRED -> occurred();
            case PLACE -> place();
            case NAME ->
                new ClaimValue.Name(
                        Protected.of("casualty/" + id, new PersonName("айтты", "айтты", null, null, "Cyrl")));
        };
    }

    private Occurred occurred() {
        return new Occurred(
                pick(List.of("2020-10-05~", "2020-10", "2020-10-05/2020-10-06", "../2020-10-06", "2020-10-05/")),
                maybe(new Hours("22:00", pick(List.of("23:00", "02:00")), random.nextBoolean())),
                maybe(text()));
    }

    private Place place() {
        Spot spot = new Spot(maybe("a square"), "42.8760", "-74.6036");
        return random.nextBoolean()
                ? new Place(List.of("KG", "Bishkek"), "vicinity", maybe(spot), null)
                : new Place(List.of("KG"), "exact", null, Protected.of("source/" + uuid(), spot));
    }

    private Protected<String> text() {
        return Protected.of("source/" + uuid(), "айтты: \"…\" <b> " + random.nextInt(1000));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
