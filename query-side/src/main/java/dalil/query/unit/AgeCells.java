package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bands of age in which a person is, by every live value. */
final class AgeCells {

    /** First year of each band, and its word. Below 18 is a child. */
    private static final List<Band> BANDS = List.of(
            new Band(0, "0-4"),
            new Band(5, "5-11"),
            new Band(12, "12-17"),
            new Band(18, "18-24"),
            new Band(25, "25-34"),
            new Band(35, "35-44"),
            new Band(45, "45-59"),
            new Band(60, "60-and-over"));

    private record Band(int from, String word) {}

    private AgeCells() {}

    /**
     * By what is said of the age; where nothing is, by the date of birth and the day of the harm.
     *
     * @param time when the harm was done
     */
    static List<Integer> of(AttributeState age, AttributeState born, TimeCells time, Words words) {
        AttributeState said = age.standing() == Standing.NOT_STATED ? born : age;
        Cells cells = new Cells();
        if (said.standing() == Standing.NOT_STATED) {
            return cells.add(Words.NOT_STATED_KEY, false).numbers();
        }
        if (said.standing() == Standing.CONTESTED) {
            cells.add(Words.CONTESTED_KEY, false);
        }
        for (LiveValue value : said.values()) {
            add(cells, value, time, words);
        }
        return cells.numbers();
    }

    private static void add(Cells cells, LiveValue value, TimeCells time, Words words) {
        if (value.value() instanceof ClaimValue.Range years) {
            add(cells, years.least(), years.greatest(), value.certain(), words);
        } else if (value.value() instanceof Occurred born) {
            ClaimValue.Range years = years(born, time);
            if (years == null) {
                cells.add(Words.NOT_STATED_KEY, false);
            } else {
                add(cells, years.least(), years.greatest(), value.certain() && time.inForceFrom() != null, words);
            }
        } else {
            cells.add(words.number(CodeCells.word(value.value())), value.certain());
        }
    }

    /** An age that touches several bands is reported in each and certain in none. */
    private static void add(Cells cells, long least, long greatest, boolean certain, Words words) {
        int first = band(least);
        int last = band(greatest);
        for (int at = first; at <= last; at++) {
            cells.add(words.number(BANDS.get(at).word()), certain && first == last);
        }
    }

    private static int band(long years) {
        int at = 0;
        while (at + 1 < BANDS.size() && BANDS.get(at + 1).from() <= years) {
            at++;
        }
        return at;
    }

    private static ClaimValue.@Nullable Range years(Occurred born, TimeCells time) {
        Edtf date;
        try {
            date = Edtf.parse(born.date());
        } catch (IllegalArgumentException notADate) {
            return null;
        }
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        Integer from = time.inForceFrom() != null ? time.inForceFrom() : time.reachFrom();
        Integer to = time.inForceTo() != null ? time.inForceTo() : time.reachTo();
        if (first == null
                || last == null
                || from == null
                || to == null
                || from == DayKeys.FIRST
                || to == DayKeys.LAST) {
            return null;
        }
        int least = Period.between(last, DayKeys.date(from)).getYears();
        int greatest = Period.between(first, DayKeys.date(to)).getYears();
        return greatest < 0 ? null : new ClaimValue.Range(Math.max(0, least), greatest);
    }
}
