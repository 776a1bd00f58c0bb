package dalil.benchmarks;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Facts made when they are read, always the same for the same index. Each incident gets four, all first ones first, so that three
 * quarters of the facts change an incident that a follower no longer has in memory.
 */
final class MadeUpFacts extends MadeUp {

    private static final List<String> ROLES = List.of("journalist", "protester", "bystander", "medic", "resident");
    private static final List<String> WEAPONS = List.of(
            "baton",
            "firearm",
            "water-cannon",
            "kinetic-impact-projectile",
            "disorientation-device",
            "chemical-irritant-at-a-distance",
            "chemical-irritant-hand-held",
            "unknown");
    private static final List<String> USED_BY = List.of("state-force", "state-force", "crowd-member", "unknown");

    private static final int FACTS_EACH = 4;

    private final int incidents;

    MadeUpFacts(int incidents) {
        this.incidents = incidents;
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        return new Claim(id, attribute, value, "source", null, null, null, null);
    }

    @Override
    SourcedFact fact(long index) {
        long incident = index % incidents;
        Random random = new Random(index * 31);
        random.nextInt();
        Object fact = switch ((int) (index / incidents)) {
            case 0 -> reported(incident, random);
            case 1 -> new IncidentFact.ClaimAdded(null, claim("l9", "label", new Word("l" + random.nextInt(72))));
            case 2 -> new IncidentFact.ClaimAdded(null, claim("r9", "role", new Word(any(ROLES, random))));
            default ->
                new IncidentFact.Reviewed(
                        random.nextBoolean() ? "corroborated" : "reported",
                        List.of("existence", "time-and-place", "cause-and-weapon", "role"),
                        true,
                        List.of(),
                        true,
                        null,
                        null,
                        Protected.erased());
        };
        return new SourcedFact(index, "incident/" + id(incident), fact, Map.of("actor", "a" + random.nextInt(9)));
    }

    private static IncidentFact.Reported reported(long incident, Random random) {
        List<Claim> claims = new ArrayList<>();
        claims.add(claim("t", "title", new Word("Made-up incident number " + incident)));
        String day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(500)).toString();
        claims.add(claim("d", "time", new Occurred(day + (random.nextInt(20) == 0 ? "~" : ""), null, null)));
        int city = random.nextInt(150);
        claims.add(claim(
                "p",
                "place",
                new Place(
                        List.of("US", "State " + city % 44, "", "City " + city),
                        "vicinity",
                        new Place.Spot(null, "4" + random.nextInt(9) + ".5", "-100." + random.nextInt(99)),
                        null)));
        for (int i = random.nextInt(7); i >= 0; i--) {
            claims.add(claim("l" + i, "label", new Word("l" + random.nextInt(72))));
        }
        claims.add(claim("r", "role", new Word(any(ROLES, random))));
        List<ForceUse> forces = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            forces.add(new ForceUse(
                    "f" + i,
                    List.of(
                            claim("w" + i, "weapon", new Word(any(WEAPONS, random))),
                            claim("u" + i, "used-by", new Word(any(USED_BY, random))))));
        }
        return new IncidentFact.Reported(id(incident), claims, forces);
    }

    static String id(long incident) {
        return new UUID(7, incident).toString();
    }

    @Override
    public String ledger() {
        return "made up";
    }

    @Override
    public long size() {
        return (long) incidents * FACTS_EACH;
    }

    @Override
    public List<SourcedFact> stream(String stream, long beforeIndex) {
        if (!stream.startsWith("incident/")) {
            return List.of();
        }
        long first = UUID.fromString(stream.substring("incident/".length())).getLeastSignificantBits();
        return each(first, incidents, beforeIndex);
    }
}
