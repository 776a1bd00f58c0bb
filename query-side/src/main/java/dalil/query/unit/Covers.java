package dalil.query.unit;

import java.util.Collection;
import java.util.List;

/** What a review covers, as bits. */
public final class Covers {

    /** That it happened at all. */
    public static final String EXISTENCE = "existence";

    /** When. Apart from where, since one of them can be said of a person and the other of the incident. */
    public static final int TIME = 1 << 4;
    /** Where. */
    public static final int PLACE = 1 << 6;

    private static final String TIME_AND_PLACE = "time-and-place";
    private static final List<String> CODES =
            List.of(EXISTENCE, "identity", "outcome", "cause-and-weapon", TIME_AND_PLACE, "role");

    private Covers() {}

    /** The bits of these codes of {@code review-covers}. */
    public static int bits(Collection<String> codes) {
        int bits = 0;
        for (String code : codes) {
            int at = CODES.indexOf(code);
            bits |= at < 0 ? 0 : 1 << at;
            bits |= code.equals(TIME_AND_PLACE) ? PLACE : 0;
        }
        return bits;
    }
}
