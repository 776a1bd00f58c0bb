package dalil.benchmarks.ledger;

/**
 * What a figure should be.
 *
 * @param words as the table shows it
 * @param ratio of ours to the peer's, at least; 0 if none is asked
 * @param least of ours; 0 if none is asked
 * @param most of ours; infinite if none is asked
 */
record Goal(String words, double ratio, double least, double most) {

    static final Goal NONE = new Goal("", 0, 0, Double.POSITIVE_INFINITY);

    static Goal ratio(double ratio) {
        return new Goal(">= %.0fx".formatted(ratio), ratio, 0, Double.POSITIVE_INFINITY);
    }

    static Goal atLeast(double least) {
        return new Goal(">= %,.0f".formatted(least), 0, least, Double.POSITIVE_INFINITY);
    }

    static Goal atMost(double most) {
        return new Goal("<= %,.0f".formatted(most), 0, 0, most);
    }

    Goal and(Goal other) {
        return new Goal(
                words + ", " + other.words,
                Math.max(ratio, other.ratio),
                Math.max(least, other.least),
                Math.min(most, other.most));
    }

    /** NaN as the peer's figure where there is none; a ratio is then not met. */
    String verdict(double ours, double peers) {
        if (words.isEmpty()) {
            return "";
        }
        boolean met = ours >= least && ours <= most && (ratio == 0 || ours / peers >= ratio);
        return met ? "met" : "MISSED";
    }
}
