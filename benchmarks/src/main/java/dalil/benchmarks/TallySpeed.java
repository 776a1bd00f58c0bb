package dalil.benchmarks;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.query.facts.FactSource;
import dalil.query.facts.FactsFollower;
import dalil.query.facts.FactsTable;
import dalil.query.question.Moments;
import dalil.query.tally.TallyQuery;
import dalil.query.timeline.TimelineQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * How fast facts come into the facts table, and how long tallies and pages of the timeline take.
 * Each incident gets four facts, all first ones first, so that three quarters of the facts fold a stream again.
 */
final class TallySpeed {

    private static final int FACTS_EACH = 4;
    private static final int RUNS = 200;
    private static final List<String> QUERIES = List.of(
            "",
            "by=month",
            "by=label",
            "by=month,region",
            "by=month,region,label&from=2020-06-01&to=2020-12-31&role=journalist,protester",
            "by=month,region,label&from=2020-01-01&to=2020-12-31&corroboration=corroborated,reported",
            "by=month,region,weapon&from=2020-06-01&to=2020-12-31&role=journalist,protester",
            "by=month,weapon,used-by&from=2020-06-01&to=2020-12-31&used-by=state-force",
            "by=weapon,used-by",
            "of=force-uses&by=weapon,used-by,month");
    private static final List<String> PAGES =
            List.of("limit=100", "limit=100&label=l3&weapon=baton", "limit=100&q=1234");

    private TallySpeed() {}

    static void measure(Path folder, int incidents, Map<String, String> figures) throws IOException {
        MadeUp facts = new MadeUp(incidents);
        FactsTable table = new FactsTable(folder);
        try (FactsFollower follower = new FactsFollower(facts, table)) {
            long begin = System.nanoTime();
            follower.start();
            if (!table.awaitPosition(facts.size() - 1, Duration.ofMinutes(20))) {
                throw new IllegalStateException(follower.health().toString());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            put(figures, "follower, versions into the facts table (facts/s)", facts.size() / seconds);
            Moments moments = new Moments(table, facts, Clock.systemUTC());
            TallyQuery tallies = new TallyQuery(table, moments);
            TimelineQuery timelines = new TimelineQuery(table, moments);
            String at = "%,d versions, ".formatted(facts.size());
            QUERIES.forEach(query -> put(
                    figures,
                    "p95 ms, " + at + "tally " + query,
                    p95(() -> tallies.ask(parameters(query)).cells().size())));
            PAGES.forEach(query -> put(
                    figures,
                    "p95 ms, " + at + "timeline " + query,
                    p95(() -> timelines.ask(parameters(query)).entries().size())));
        }
        put(figures, "facts table on disk (MiB)", Files.size(folder.resolve("facts.duckdb")) / 1024.0 / 1024.0);
    }

    private static void put(Map<String, String> figures, String what, double value) {
        figures.put(what, "%.1f".formatted(value));
        System.out.printf("%-110s %10.1f%n", what, value);
    }

    private static double p95(IntSupplier question) {
        double[] millis = new double[RUNS];
        int answered = 0;
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            answered += question.getAsInt();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        if (answered < 0) {
            throw new IllegalStateException("an answer has no negative size");
        }
        Arrays.sort(millis);
        return millis[RUNS * 95 / 100];
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
            }
        }
        return parameters;
    }

    /** Facts made when they are read, always the same for the same index. */
    private static final class MadeUp implements FactSource {

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

        private final int incidents;

        MadeUp(int incidents) {
            this.incidents = incidents;
        }

        private static Claim claim(String id, String attribute, ClaimValue value) {
            return new Claim(id, attribute, value, "source", null, null, null, null);
        }

        private SourcedFact fact(long index) {
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
            return new SourcedFact(index, "incident/" + incident, fact, Map.of("actor", "a" + random.nextInt(9)));
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
            return new IncidentFact.Reported(new UUID(7, incident).toString(), claims, forces);
        }

        private static <T> T any(List<T> of, Random random) {
            return of.get(random.nextInt(of.size()));
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
        public List<SourcedFact> read(long fromIndex, int max) {
            List<SourcedFact> facts = new ArrayList<>();
            for (long index = fromIndex; index < Math.min(fromIndex + max, size()); index++) {
                facts.add(fact(index));
            }
            return facts;
        }

        @Override
        public List<SourcedFact> stream(String stream, long beforeIndex) {
            List<SourcedFact> facts = new ArrayList<>();
            for (long index = Long.parseLong(stream.substring("incident/".length()));
                    index < beforeIndex;
                    index += incidents) {
                facts.add(fact(index));
            }
            return facts;
        }

        @Override
        public String leaf(long index) {
            return "leaf " + index;
        }

        @Override
        public boolean awaitSize(long atLeast, Duration timeout) {
            if (size() < atLeast) {
                LockSupport.parkNanos(timeout.toNanos());
            }
            return size() >= atLeast;
        }

        @Override
        public OptionalLong indexAt(Instant recorded) {
            return OptionalLong.empty();
        }
    }
}
