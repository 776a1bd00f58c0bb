package dalil.query.unit;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Numbers for days, months and hours, all positive and in the order of time. Words such as {@code undated} get numbers above them
 * all.
 */
public final class DayKeys {

    /** No value lies before this day, or after the last. */
    public static final int FIRST = 0;
    /** An open end. */
    public static final int LAST = 9_999_999;
    /** What is not a time but stands in its place. */
    public static final int WORDS = 1_000_000_000;

    private static final int DAY_ZERO = 4_400_000;
    private static final int YEAR_ZERO = 10_000;
    private static final int MONTHS = 12;
    /** Hours of a day. */
    public static final int HOURS = 24;

    private DayKeys() {}

    public static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay()) + DAY_ZERO;
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day - DAY_ZERO);
    }

    public static int month(int year, int month) {
        return (year + YEAR_ZERO) * MONTHS + month - 1;
    }

    /** The month of a day; an open end stays open. */
    public static int monthOf(int day) {
        if (day <= FIRST || day >= LAST) {
            return day;
        }
        LocalDate date = date(day);
        return month(date.getYear(), date.getMonthValue());
    }

    public static YearMonth yearMonth(int month) {
        return YearMonth.of(month / MONTHS - YEAR_ZERO, month % MONTHS + 1);
    }

    public static int hour(int day, int hour) {
        return day * HOURS + hour;
    }
}
