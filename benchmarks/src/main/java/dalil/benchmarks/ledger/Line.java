package dalil.benchmarks.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what was measured, with its unit
 * @param others the most that other processes used of the processors in any round, in per cent
 */
record Line(String what, Rounds ours, @Nullable Rounds peers, Goal goal, double others) {

    private static final String FORM = "%-74s %22s %22s %7s %-22s %-7s %s";

    static String heading() {
        return FORM.formatted("", "Dalil", "Axon + PostgreSQL", "ratio", "goal", "", "others");
    }

    private double peersMedian() {
        return peers == null ? Double.NaN : peers.median();
    }

    private String verdict() {
        return goal.verdict(ours.median(), peersMedian());
    }

    String text() {
        return FORM.formatted(
                        what,
                        text(ours),
                        peers == null ? "" : text(peers),
                        peers == null ? "" : "%.2f".formatted(ours.median() / peersMedian()),
                        goal.words(),
                        verdict(),
                        Double.isNaN(others) ? "" : "%.0f %%".formatted(others))
                .stripTrailing();
    }

    private static String text(Rounds rounds) {
        String median = number(rounds.median());
        return rounds.values().size() == 1
                ? median
                : median + " (" + number(rounds.least()) + "-" + number(rounds.most()) + ")";
    }

    private static String number(double value) {
        return Math.abs(value) < 100 ? "%.2f".formatted(value) : "%,.0f".formatted(value);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", what);
        json.put("dalil", ours.median());
        json.put("dalilRounds", ours.values());
        if (peers != null) {
            json.put("postgres", peers.median());
            json.put("postgresRounds", peers.values());
            json.put("ratio", ours.median() / peersMedian());
        }
        json.put("goal", goal.words());
        json.put("verdict", verdict());
        if (!Double.isNaN(others)) {
            json.put("othersPerCent", others);
        }
        return json;
    }
}
