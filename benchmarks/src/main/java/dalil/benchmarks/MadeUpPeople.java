package dalil.benchmarks;

import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Invented incidents, each of one fact, and behind them invented casualties of ten facts each: recorded with an injury and an age, then
 * what became of them, step by step, and a review.
 */
final class MadeUpPeople extends MadeUp {

    private static final int FACTS_EACH = 10;
    private static final List<String> SEXES = List.of("male", "female", "unknown");
    private static final List<String> ROLES = List.of("journalist", "protester", "bystander", "medic", "resident");
    private static final List<String> WEAPONS = List.of(
            "baton",
            "firearm",
            "kinetic-impact-projectile",
            "disorientation-device",
            "chemical-irritant-at-a-distance",
            "unknown");
    private static final List<String> REGIONS =
            List.of("eye-left", "eye-right", "head", "chest", "abdomen", "forearm", "thigh", "lower-leg");
    private static final List<String> SEVERITIES = List.of("minor", "moderate", "severe", "life-threatening");

    private final MadeUpFacts incidents;
    private final int reported;
    private final int casualties;

    /** @param reported how many incidents */
    MadeUpPeople(int reported, int casualties) {
        this.incidents = new MadeUpFacts(reported, 0);
        this.reported = reported;
        this.casualties = casualties;
    }

    private static Claim claim(String id, String attribute, ClaimValue value, LocalDate day) {
        return new Claim(id, attribute, value, "source", null, new Occurred(day.toString(), null, null), null, null);
    }

    @Override
    SourcedFact fact(long index) {
        if (index < reported) {
            return incidents.read(index, 1).get(0);
        }
        long casualty = (index - reported) % casualties;
        int step = (int) ((index - reported) / casualties);
        Random random = new Random(index * 31);
        random.nextInt();
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(casualty % 500 + step);
        return new SourcedFact(
                index,
                "casualty/" + id(casualty),
                at(step, casualty, day, random),
                Map.of("actor", "a" + random.nextInt(9)));
    }

    private Object at(int step, long casualty, LocalDate day, Random random) {
        return switch (step) {
            case 0 -> recorded(casualty, day, random);
            case 1 -> new CasualtyFact.SoughtHelp(outcome(step, "sought-help", day));
            case 2 -> new CasualtyFact.Hospitalised(outcome(step, "hospitalised", day));
            case 3 -> new CasualtyFact.ClaimAdded(null, claim("r" + step, "role", new Word(any(ROLES, random)), day));
            case 4 ->
                new CasualtyFact.ClaimAdded(null, claim("l" + step, "label", new Word("l" + random.nextInt(40)), day));
            case 5 ->
                random.nextInt(5) == 0
                        ? new CasualtyFact.InIntensiveCare(outcome(step, "in-intensive-care", day))
                        : new CasualtyFact.Discharged(outcome(step, "discharged", day));
            case 6 -> new CasualtyFact.InjuryRecorded(injury("j" + step, day, random));
            case 7 -> new CasualtyFact.ClaimAdded(null, claim("s" + step, "sex", new Word(any(SEXES, random)), day));
            case 8 ->
                random.nextInt(50) == 0
                        ? new CasualtyFact.Died(outcome(step, "died", day))
                        : new CasualtyFact.Discharged(outcome(step, "discharged", day));
            default ->
                new CasualtyFact.ClaimAdded("j0", claim("m" + step, "weapon", new Word(any(WEAPONS, random)), day));
        };
    }

    private CasualtyFact.Recorded recorded(long casualty, LocalDate day, Random random) {
        long age = random.nextInt(80);
        List<Claim> claims = new ArrayList<>();
        claims.add(claim("s", "sex", new Word(any(SEXES, random)), day));
        claims.add(claim("a", "age", new ClaimValue.Range(age, age), day));
        claims.add(claim("r", "role", new Word(any(ROLES, random)), day));
        return new CasualtyFact.Recorded(
                id(casualty),
                CasualtyFact.INDIVIDUAL,
                MadeUpFacts.id(casualty % reported),
                claims,
                List.of(injury("j0", day, random)));
    }

    private static CasualtyFact.Injury injury(String id, LocalDate day, Random random) {
        return new CasualtyFact.Injury(
                id,
                List.of(
                        claim(id + "w", "weapon", new Word(any(WEAPONS, random)), day),
                        claim(id + "b", "body-region", new Word(any(REGIONS, random)), day),
                        claim(id + "s", "severity", new Word(any(SEVERITIES, random)), day)));
    }

    private static Claim outcome(int step, String word, LocalDate day) {
        return claim("o" + step, "outcome", new Word(word), day);
    }

    private static String id(long casualty) {
        return new UUID(9, casualty).toString();
    }

    @Override
    public String ledger() {
        return "made up people";
    }

    @Override
    public long size() {
        return reported + (long) casualties * FACTS_EACH;
    }

    @Override
    public List<SourcedFact> stream(String stream, long beforeIndex) {
        if (stream.startsWith("incident/")) {
            return incidents.stream(stream, Math.min(beforeIndex, reported));
        }
        if (!stream.startsWith("casualty/")) {
            return List.of();
        }
        long casualty = UUID.fromString(stream.substring("casualty/".length())).getLeastSignificantBits();
        return each(reported + casualty, casualties, beforeIndex);
    }
}
