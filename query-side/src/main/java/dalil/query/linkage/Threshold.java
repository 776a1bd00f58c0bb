package dalil.query.linkage;

import dalil.query.problem.BadQuestion;
import org.jspecify.annotations.Nullable;

/** From which score on two records are candidates. */
public final class Threshold {

    private static final double USUAL = 0.7;

    private Threshold() {}

    /** As it is asked for; the usual one where it is not. */
    public static double of(@Nullable String above) {
        if (above == null) {
            return USUAL;
        }
        try {
            double score = Double.parseDouble(above);
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new BadQuestion("above", "bad-number", "a score from 0 to 1, such as 0.7");
    }
}
