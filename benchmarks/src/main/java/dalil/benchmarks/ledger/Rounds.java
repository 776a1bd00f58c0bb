package dalil.benchmarks.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same measured several times. */
final class Rounds {

    private final List<Double> values = new ArrayList<>();

    static Rounds of(double value) {
        Rounds one = new Rounds();
        one.add(value);
        return one;
    }

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return Collections.min(values);
    }

    double most() {
        return Collections.max(values);
    }

    List<Double> values() {
        return Collections.unmodifiableList(values);
    }
}
