package dalil.events.time;

import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day, in the zone of the case, beside the date and never in it. At least one of the two is given: only {@code from} is
 * "from then on", only {@code to} is "until then", both equal is one moment. A {@code to} before {@code from} lies past midnight:
 * 22:00 to 02:00 begins on the date and ends on the day after.
 *
 * @param from {@code HH:mm}, 00:00 to 23:59, or null
 * @param to {@code HH:mm}, 00:00 to 23:59, or null; midnight at the end of a day is 00:00
 * @param about the hours were said to be approximate
 */
public record TimeOfDay(@Nullable String from, @Nullable String to, boolean about) {

    private static final Pattern HOUR_AND_MINUTE = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

    /** @throws IllegalArgumentException with a reason for the person who typed it, which never repeats what was typed */
    public TimeOfDay {
        if (from == null && to == null) {
            throw new IllegalArgumentException("a time of day needs from, to, or both");
        }
        check("from", from);
        check("to", to);
    }

    private static void check(String name, @Nullable String time) {
        if (time != null && !HOUR_AND_MINUTE.matcher(time).matches()) {
            throw new IllegalArgumentException("timeOfDay." + name
                    + " is not a time from 00:00 to 23:59, written as 21:05; midnight at the end of a day is 00:00");
        }
    }

    public @Nullable LocalTime fromTime() {
        return from == null ? null : LocalTime.parse(from);
    }

    public @Nullable LocalTime toTime() {
        return to == null ? null : LocalTime.parse(to);
    }

    /** Whether {@code to} is on the day after the date. */
    public boolean pastMidnight() {
        return from != null && to != null && to.compareTo(from) < 0;
    }
}
