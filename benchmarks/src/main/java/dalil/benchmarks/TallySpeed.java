package dalil.benchmarks;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** How fast facts come into the facts table, and how long tallies and pages of the timeline take. */
public final class TallySpeed {

    private static final int RUNS = 200;
    static final int SOURCES = 10_000;
    static final List<String> OF_INCIDENTS = List.of(
            "",
            "by=month",
            "by=label",
            "by=month,region",
            "by=month,region,label&from=2020-06-01&to=2020-12-31&role=journalist,protester",
            "by=month,region,label&from=2020-01-01&to=2020-12-31&corroboration=corroborated,reported",
            "by=month,region,weapon&from=2020-06-01&to=2020-12-31&role=journalist,protester",
            "by=month,weapon,used-by&from=2020-06-01&to=2020-12-31&used-by=state-force",
            "by=weapon,used-by",
            "by=origins",
            "of=force-uses&by=weapon,used-by,month");
    static final List<String> OF_PEOPLE = List.of(
            "of=casualties",
            "of=casualties&by=outcome",
            "of=casualties&by=outcome&count=persons-ever",
            "of=casualties&by=outcome,sex&count=persons-at&at=2020-07-01",
            "of=casualties&by=month,age-band,outcome&count=persons-ever&from=2020-03-01&to=2020-12-31&role=journalist,protester",
            "of=casualties&by=weapon,body-region",
            "of=casualties&by=month,outcome,weapon&from=2020-03-01&to=2020-12-31&severity=severe,life-threatening");
    static final List<String> PAGES = List.of("limit=100", "limit=100&label=l3&weapon=baton", "limit=100&q=1234");
    static final List<String> PAGES_OF_PEOPLE =
            List.of("limit=100", "of=casualties&limit=100", "of=casualties&limit=100&outcome=died&weapon=baton");

    private TallySpeed() {}

    /**
     * Arguments: {@code incidents} or {@code people}; how many incidents, or casualties; a folder for the table. One that is there is
     * asked and not built again.
     */
    public static void main(String[] arguments) throws IOException {
        int many = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        if (arguments[0].equals("people")) {
            measure(folder, new MadeUpPeople(many, many), OF_PEOPLE, PAGES_OF_PEOPLE, new LinkedHashMap<>());
        } else {
            measure(folder, new MadeUpFacts(many, SOURCES), OF_INCIDENTS, PAGES, new LinkedHashMap<>());
        }
    }

    static void measure(
            Path folder, FactSource facts, List<String> queries, List<String> pages, Map<String, String> figures)
            throws IOException {
        boolean built = Files.exists(folder.resolve("facts.duckdb"));
        FactsTable table = new FactsTable(folder);
        try (FactsFollower follower = new FactsFollower(facts, table)) {
            long begin = System.nanoTime();
            follower.start();
            if (!table.awaitPosition(facts.size() - 1, Duration.ofMinutes(20))) {
                throw new IllegalStateException(follower.health().toString());
            }
            if (!built) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                put(figures, "follower, versions into the facts table (facts/s)", facts.size() / seconds);
            }
            Moments moments = new Moments(table, facts, Clock.systemUTC());
            TallyQuery tallies = new TallyQuery(table, moments);
            TimelineQuery timelines = new TimelineQuery(table, moments);
            String at = "%,d versions, ".formatted(facts.size());
            queries.forEach(query -> put(
                    figures,
                    "p95 ms, " + at + "tally " + query,
                    p95(() -> tallies.ask(parameters(query)).cells().size())));
            pages.forEach(query -> put(
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
}
