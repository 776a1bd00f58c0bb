package dalil.benchmarks.ledger;

import java.util.Arrays;
import java.util.Map;

/** How long each of many operations took. One per thread; joined at the end. */
final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int count;

    void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /** Puts the usual percentiles under their names, in milliseconds. */
    void into(Map<String, Double> figures) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        for (int percent : new int[] {50, 95, 99}) {
            figures.put("p" + percent + " ms", sorted[(int) ((long) (count - 1) * percent / 100)] / 1e6);
        }
    }
}
