package dalil.query.unit;

import dalil.events.claim.Occurred;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The hours that a time of day touches, counted from midnight of its date; above 23 they lie on the next day. Of a span, the moment
 * it ends is outside: 20:00 to 21:00 touches one hour.
 */
public record HourSpan(int first, int last) {

    private static final int MINUTES = 60;
    private static final int DAY = 24 * MINUTES;

    /** The hours of a time of day; null where it is none. */
    public static @Nullable HourSpan of(Occurred.Hours hours) {
        try {
            int begin = hours.from() == null ? 0 : minute(hours.from());
            int end = hours.to() == null ? DAY : minute(hours.to());
            if (hours.from() != null && end < begin) {
                end += DAY;
            }
            return new HourSpan(begin / MINUTES, (end > begin ? end - 1 : end) / MINUTES);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / MINUTES;
    }
}
