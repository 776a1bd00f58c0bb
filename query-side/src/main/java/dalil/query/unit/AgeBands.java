package dalil.query.unit;

import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Bands of age. Below 18 is a child. */
final class AgeBands {

    private static final List<Band> BANDS = List.of(
            new Band(0, "0-4"),
            new Band(5, "5-11"),
            new Band(12, "12-17"),
            new Band(18, "18-24"),
            new Band(25, "25-34"),
            new Band(35, "35-44"),
            new Band(45, "45-59"),
            new Band(60, "60-and-over"));

    /** @param from its first year */
    private record Band(long from, String word) {}

    private AgeBands() {}

    /** Every band that ages between two touch. */
    static List<String> touched(long least, long greatest) {
        List<String> touched = new ArrayList<>(1);
        for (int at = 0; at < BANDS.size(); at++) {
            long next = at + 1 < BANDS.size() ? BANDS.get(at + 1).from() : Long.MAX_VALUE;
            if (least < next && greatest >= BANDS.get(at).from()) {
                touched.add(BANDS.get(at).word());
            }
        }
        return touched;
    }

    /**
     * The bands of somebody born on a date who was harmed between two days; none where one of them is open, or the birth lies after
     * the harm.
     */
    static List<String> between(Occurred born, int from, int to) {
        Edtf date;
        try {
            date = Edtf.parse(born.date());
        } catch (IllegalArgumentException notADate) {
            return List.of();
        }
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        if (first == null
                || last == null
                || from == DayKeys.FIRST
                || to == DayKeys.LAST
                || first.isAfter(DayKeys.date(to))) {
            return List.of();
        }
        int least = Period.between(last, DayKeys.date(from)).getYears();
        return touched(
                Math.max(0, least), Period.between(first, DayKeys.date(to)).getYears());
    }
}
