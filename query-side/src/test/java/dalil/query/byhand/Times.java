package dalil.query.byhand;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Cells of time: day after day, minute after minute. Open and very long spans reach as far as any other value does. */
final class Times {

    static final Set<String> DIMENSIONS = Set.of("hour", "day", "month");

    private static final LocalDate FIRST = LocalDate.of(-9999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private LocalDate low = LAST;
    private LocalDate high = FIRST;

    /** One more value that lies within what the register knows. */
    void reach(ClaimValue value) {
        Edtf date = value instanceof Occurred occurred ? Edtf.parse(occurred.date()) : null;
        if (date == null || date.earliest() == null && date.latest() == null) {
            return;
        }
        LocalDate lowest = Objects.requireNonNull(date.earliest() == null ? date.latest() : date.earliest());
        LocalDate highest = Objects.requireNonNull(date.latest() == null ? date.earliest() : date.latest());
        low = lowest.isBefore(low) ? lowest : low;
        high = highest.isAfter(high) ? highest : high;
    }

    private static boolean wide(Edtf date) {
        return date.earliest() == null
                || date.latest() == null
                || ChronoUnit.DAYS.between(date.earliest(), date.latest()) > 400;
    }

    /** The cells of one claimed time, each with whether it is certain. */
    Map<String, Boolean> cells(String dimension, Occurred occurred, boolean certain) {
        Edtf date = Edtf.parse(occurred.date());
        if (date.earliest() == null && date.latest() == null) {
            return Map.of("undated", false);
        }
        LocalDate from = date.earliest();
        LocalDate to = date.latest();
        if (wide(date)) {
            from = from == null || from.isBefore(low) ? low : from;
            to = to == null || to.isAfter(high) ? high : to;
        }
        boolean alone = certain && !date.isInterval() && !wide(date);
        Map<String, Boolean> cells = new LinkedHashMap<>();
        for (LocalDate day = Objects.requireNonNull(from);
                !day.isAfter(Objects.requireNonNull(to));
                day = day.plusDays(1)) {
            if (dimension.equals("day")) {
                cells.put(day.toString(), alone && from.equals(to));
            } else if (dimension.equals("month")) {
                cells.put(
                        YearMonth.from(day).toString(),
                        alone && YearMonth.from(from).equals(YearMonth.from(to)));
            } else if (occurred.timeOfDay() != null && !wide(date)) {
                Set<String> hours = hours(day, occurred.timeOfDay());
                boolean sure = alone && from.equals(to) && hours.size() == 1;
                hours.forEach(hour -> cells.put(hour, sure));
            }
        }
        if (cells.isEmpty()) {
            cells.put("not-stated", false);
        }
        return cells;
    }

    private static Set<String> hours(LocalDate day, Occurred.Hours said) {
        LocalTime from = said.from() == null ? LocalTime.MIN : LocalTime.parse(said.from());
        LocalTime to = said.to() == null ? null : LocalTime.parse(said.to());
        LocalDateTime at = day.atTime(from);
        LocalDateTime end = to == null
                ? day.plusDays(1).atStartOfDay()
                : to.isBefore(from) ? day.plusDays(1).atTime(to) : day.atTime(to);
        Set<String> hours = new HashSet<>();
        do {
            hours.add("%sT%02d".formatted(at.toLocalDate(), at.getHour()));
            at = at.plusMinutes(1);
        } while (at.isBefore(end));
        return hours;
    }
}
