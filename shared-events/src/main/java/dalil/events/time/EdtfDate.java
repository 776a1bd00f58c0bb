package dalil.events.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One date, alone or at one end of an interval.
 *
 * @param season 1 to 4 in the order of the codes 21 to 24, or 0
 * @param masked digits are left open with X
 */
record EdtfDate(
        LocalDate earliest,
        LocalDate latest,
        Precision precision,
        int season,
        boolean masked,
        boolean approximate,
        boolean uncertain) {

    private static final Pattern DATE =
            Pattern.compile("(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)");

    static EdtfDate parse(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(EdtfReasons.whyNot(text));
        }
        boolean negative = !parts.group(1).isEmpty();
        String year = parts.group(2);
        String month = parts.group(3);
        String day = parts.group(4);
        if (negative && year.equals("0000")) {
            throw new IllegalArgumentException("there is no year -0000; the year before 0001 is 0000");
        }
        boolean approximate = parts.group(5).equals("~") || parts.group(5).equals("%");
        boolean uncertain = parts.group(5).equals("?") || parts.group(5).equals("%");
        if (year.endsWith("X")) {
            if (month != null) {
                throw new IllegalArgumentException(EdtfReasons.MASK);
            }
            return maskedYear(negative, year, approximate, uncertain);
        }
        int number = negative ? -Integer.parseInt(year) : Integer.parseInt(year);
        LocalDate first = LocalDate.of(number, 1, 1);
        LocalDate last = LocalDate.of(number, 12, 31);
        if (month == null) {
            return new EdtfDate(first, last, Precision.YEAR, 0, false, approximate, uncertain);
        }
        if (month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw new IllegalArgumentException(EdtfReasons.MASK);
            }
            return new EdtfDate(first, last, Precision.YEAR, 0, true, approximate, uncertain);
        }
        int monthNumber = Integer.parseInt(month);
        if (monthNumber >= 21 && monthNumber <= 24 && day == null) {
            return new EdtfDate(first, last, Precision.SEASON, monthNumber - 20, false, approximate, uncertain);
        }
        if (monthNumber < 1 || monthNumber > 12) {
            throw new IllegalArgumentException(EdtfReasons.noMonth(month));
        }
        YearMonth yearMonth = YearMonth.of(number, monthNumber);
        if (day == null || day.equals("XX")) {
            return new EdtfDate(
                    yearMonth.atDay(1),
                    yearMonth.atEndOfMonth(),
                    Precision.MONTH,
                    0,
                    day != null,
                    approximate,
                    uncertain);
        }
        int dayNumber = Integer.parseInt(day);
        if (!yearMonth.isValidDay(dayNumber)) {
            throw new IllegalArgumentException("there is no day " + day + " in " + parts.group(1) + year + "-" + month
                    + ", it has " + yearMonth.lengthOfMonth() + " days");
        }
        LocalDate exactly = yearMonth.atDay(dayNumber);
        return new EdtfDate(exactly, exactly, Precision.DAY, 0, false, approximate, uncertain);
    }

    /** Before year 0 the greater number is the earlier year: {@code -20XX} is -2099 to -2000. */
    private static EdtfDate maskedYear(boolean negative, String year, boolean approximate, boolean uncertain) {
        int least = Integer.parseInt(year.replace('X', '0'));
        int greatest = Integer.parseInt(year.replace('X', '9'));
        // -0000 is no year, so that -000X and -00XX end with -0001
        int firstYear = negative ? -greatest : least;
        int lastYear = negative ? -Math.max(least, 1) : greatest;
        return new EdtfDate(
                LocalDate.of(firstYear, 1, 1),
                LocalDate.of(lastYear, 12, 31),
                year.endsWith("XX") ? Precision.CENTURY : Precision.DECADE,
                0,
                true,
                approximate,
                uncertain);
    }

    /**
     * Whether an interval from this date to that one runs backwards. First days are compared, as the interval's ends are written from
     * their first day on; seasons compare by year and order, and a season that ends an interval counts with its whole year.
     */
    boolean isAfter(EdtfDate that) {
        if (season > 0 && that.season > 0) {
            return earliest.isAfter(that.earliest) || (earliest.equals(that.earliest) && season > that.season);
        }
        return earliest.isAfter(that.season > 0 ? that.latest : that.earliest);
    }
}
