package dalil.benchmarks;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.events.source.SourceFact;
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

    private static final String SOURCE = "source/";

    private final int incidents;
    private final int sources;

    /** @param sources how many are on record, before all incidents; where there are none, claims name one that is not */
    MadeUpFacts(int incidents, int sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    private static Claim claim(String id, String attribute, ClaimValue value, String source) {
        return new Claim(id, attribute, value, source, null, null, null, null);
    }

    /** Half saw it themselves, a tenth do not say, the others have it from one of those before. */
    private static SourcedFact source(long index) {
        Random random = new Random(index);
        random.nextInt();
        int how = random.nextInt(10);
        String origin = index == 0 || how < 5
                ? SourceFact.ORIGIN_SELF
                : how == 5 ? SourceFact.ORIGIN_UNKNOWN : sourceId(random.nextInt((int) index));
        return new SourcedFact(
                index,
                SOURCE + sourceId(index),
                new SourceFact.Registered(
                        sourceId(index), "newspaper-write-up", null, origin, Protected.erased(), null, null, null),
                Map.of("actor", "a1"));
    }

    private static String sourceId(long number) {
        return new UUID(8, number).toString();
    }

    @Override
    SourcedFact fact(long index) {
        if (index < sources) {
            return source(index);
        }
        long incident = (index - sources) % incidents;
        Random random = new Random(index * 31);
        random.nextInt();
        String source = sources == 0 ? "source" : sourceId(random.nextInt(sources));
        Object fact = switch ((int) ((index - sources) / incidents)) {
            case 0 -> reported(incident, source, random);
            case 1 ->
                new IncidentFact.ClaimAdded(null, claim("l9", "label", new Word("l" + random.nextInt(72)), source));
            case 2 -> new IncidentFact.ClaimAdded(null, claim("r9", "role", new Word(any(ROLES, random)), source));
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

    private static IncidentFact.Reported reported(long incident, String source, Random random) {
        List<Claim> claims = new ArrayList<>();
        claims.add(claim("t", "title", new Word("Made-up incident number " + incident), source));
        String day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(500)).toString();
        claims.add(claim("d", "time", new Occurred(day + (random.nextInt(20) == 0 ? "~" : ""), null, null), source));
        int city = random.nextInt(150);
        claims.add(claim(
                "p",
                "place",
                new Place(
                        List.of("US", "State " + city % 44, "", "City " + city),
                        "vicinity",
                        new Place.Spot(null, "4" + random.nextInt(9) + ".5", "-100." + random.nextInt(99)),
                        null),
                source));
        for (int i = random.nextInt(7); i >= 0; i--) {
            claims.add(claim("l" + i, "label", new Word("l" + random.nextInt(72)), source));
        }
        claims.add(claim("r", "role", new Word(any(ROLES, random)), source));
        List<ForceUse> forces = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            forces.add(new ForceUse(
                    "f" + i,
                    List.of(
                            claim("w" + i, "weapon", new Word(any(WEAPONS, random)), source),
                            claim("u" + i, "used-by", new Word(any(USED_BY, random)), source))));
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
        return sources + (long) incidents * FACTS_EACH;
    }

    @Override
    public List<SourcedFact> stream(String stream, long beforeIndex) {
        if (stream.startsWith(SOURCE)) {
            if (sources == 0) {
                return List.of();
            }
            long number = UUID.fromString(stream.substring(SOURCE.length())).getLeastSignificantBits();
            return number < beforeIndex ? List.of(fact(number)) : List.of();
        }
        if (!stream.startsWith("incident/")) {
            return List.of();
        }
        long first = sources
                + UUID.fromString(stream.substring("incident/".length())).getLeastSignificantBits();
        return each(first, incidents, beforeIndex);
    }
}
