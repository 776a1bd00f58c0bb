package dalil.query.record.answer;

import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import dalil.events.time.TimeOfDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last instant that a claimed time allows, derived, in the zone of the case. {@code about}, {@code ~} and
 * {@code ?} do not widen it. Both ends are within it; a day ends a nanosecond before the next.
 *
 * @param earliest null where the begin is open or unknown
 * @param latest null where the end is open or unknown
 */
record Span(@Nullable Instant earliest, @Nullable Instant latest) {

    static Span of(Occurred occurred, ZoneId zone) {
        Edtf date = Edtf.parse(occurred.date());
        Occurred.Hours hours = occurred.timeOfDay();
        TimeOfDay time = hours == null ? null : new TimeOfDay(hours.from(), hours.to(), hours.about());
        return new Span(earliest(date.earliest(), time, zone), latest(date.latest(), time, zone));
    }

    private static @Nullable Instant earliest(@Nullable LocalDate day, @Nullable TimeOfDay time, ZoneId zone) {
        if (day == null) {
            return null;
        }
        LocalTime from = time == null ? null : time.fromTime();
        return from == null
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(from).atZone(zone).toInstant();
    }

    private static @Nullable Instant latest(@Nullable LocalDate day, @Nullable TimeOfDay time, ZoneId zone) {
        if (day == null) {
            return null;
        }
        LocalTime to = time == null ? null : time.toTime();
        if (to == null) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        }
        LocalDate lastDay = time != null && time.pastMidnight() ? day.plusDays(1) : day;
        return lastDay.atTime(to).atZone(zone).toInstant();
    }
}
