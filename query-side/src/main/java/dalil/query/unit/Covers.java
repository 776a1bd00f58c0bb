package dalil.query.unit;

import java.util.Collection;
import java.util.List;

/** What a review covers, as bits. */
public final class Covers {

    /** That it happened at all. */
    public static final String EXISTENCE = "existence";

    private static final List<String> CODES =
            List.of(EXISTENCE, "identity", "outcome", "cause-and-weapon", "time-and-place", "role");

    private Covers() {}

    /** The bits of these codes of {@code review-covers}. */
    public static int bits(Collection<String> codes) {
        int bits = 0;
        for (String code : codes) {
            int at = CODES.indexOf(code);
            bits |= at < 0 ? 0 : 1 << at;
        }
        return bits;
    }
}
