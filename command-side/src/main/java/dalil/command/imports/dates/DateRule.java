package dalil.command.imports.dates;

import dalil.events.claim.Occurred.Hours;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way in which dates are written.
 *
 * @param mark {@code ~} or {@code ?}, put after the date; empty for none
 */
record DateRule(WrittenPattern pattern, String mark) {

    /** @throws IllegalArgumentException if the pattern can make no date */
    static DateRule of(String text, String mark) {
        WrittenPattern pattern = WrittenPattern.of(text);
        boolean year = has(pattern, "year", "19yy", "20yy");
        boolean month = has(pattern, "month", "monthname");
        if (!year || has(pattern, "day") && !month) {
            throw new IllegalArgumentException(
                    "a date has {year} (or {20yy}, {19yy}), then {month} or {monthname}, then {day};"
                            + " the finer ones may be missing");
        }
        if (has(pattern, "hour") != has(pattern, "minute") && !has(pattern, "ampm")) {
            throw new IllegalArgumentException("hours need {hour} and {minute}");
        }
        return new DateRule(pattern, mark);
    }

    private static boolean has(WrittenPattern pattern, String... anyOf) {
        return java.util.Arrays.stream(anyOf).anyMatch(pattern.tokens()::contains);
    }

    Optional<ReadDate> read(String text) {
        return pattern.read(text).map(this::date);
    }

    private ReadDate date(WrittenPattern.Parts parts) {
        String first = date(parts, "") + mark;
        boolean interval = pattern.tokens().stream().anyMatch(token -> token.endsWith("2"));
        String date = interval ? first + "/" + date(parts, "2") + mark : first;
        String hour = Clock24.read(parts, "");
        return new ReadDate(date, hour == null ? null : new Hours(hour, hour, false));
    }

    /** What the second date does not say is that of the first. */
    private static String date(WrittenPattern.Parts parts, String which) {
        StringBuilder date = new StringBuilder(year(parts, which));
        String month = month(parts, which);
        String day = part(parts, "day", which);
        if (month != null) {
            date.append('-').append(month);
        }
        if (day != null) {
            date.append('-').append(twoDigits(day));
        }
        return date.toString();
    }

    private static String year(WrittenPattern.Parts parts, String which) {
        for (String century : new String[] {"19", "20"}) {
            String year = part(parts, century + "yy", which);
            if (year != null) {
                return century + year;
            }
        }
        return String.valueOf(part(parts, "year", which));
    }

    private static @Nullable String month(WrittenPattern.Parts parts, String which) {
        String name = part(parts, "monthname", which);
        if (name == null) {
            String number = part(parts, "month", which);
            return number == null ? null : twoDigits(number);
        }
        return MonthNames.number(name)
                .map(number -> twoDigits(Integer.toString(number)))
                .orElseThrow(
                        () -> new IllegalArgumentException("the month is not named in English, Russian or Kyrgyz"));
    }

    private static @Nullable String part(WrittenPattern.Parts parts, String token, String which) {
        String own = parts.at(token + which);
        return own == null ? parts.at(token) : own;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
