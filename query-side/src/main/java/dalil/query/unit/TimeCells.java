package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a unit was, for every live value.
 *
 * @param day cells of the day, without those of {@code wide}
 * @param month cells of the month, without those of {@code wide}
 * @param hour cells of the hour
 * @param from first day of each live dated value
 * @param to last day of each live dated value, in the same order
 * @param wide for each of them, whether its days are not in {@code day}: it is open or longer than {@link #LISTED_DAYS}
 * @param inForceFrom first day of the value in force; null if there is none
 * @param inForceTo last day of the value in force
 * @param earliest what it is sorted by; null if undated
 * @param reachFrom lowest and highest day within which every value touches something; null if undated
 * @param reachTo see {@code reachFrom}
 */
public record TimeCells(
        List<Integer> day,
        List<Integer> month,
        List<Integer> hour,
        List<Integer> from,
        List<Integer> to,
        List<Boolean> wide,
        @Nullable Integer inForceFrom,
        @Nullable Integer inForceTo,
        @Nullable Integer earliest,
        @Nullable Integer reachFrom,
        @Nullable Integer reachTo) {

    /** Longer spans are laid out when they are asked for, within the days that the register knows. */
    static final int LISTED_DAYS = 400;

    /** A hundred years. */
    private static final int LONGEST_LAID_OUT = 36_525;

    static TimeCells of(AttributeState time, Words words) {
        return new Builder(words).add(time);
    }

    /** The same, certain of nothing. */
    TimeCells onlyReported() {
        return new TimeCells(
                Cells.onlyReported(day),
                Cells.onlyReported(month),
                Cells.onlyReported(hour),
                from,
                to,
                wide,
                null,
                null,
                earliest,
                reachFrom,
                reachTo);
    }

    /** The days that a value spans; both null is no date at all. */
    record Span(int from, int to, boolean interval) {

        static @Nullable Span of(Occurred occurred) {
            Edtf date;
            try {
                date = Edtf.parse(occurred.date());
            } catch (IllegalArgumentException notADate) {
                return null;
            }
            LocalDate first = date.earliest();
            LocalDate last = date.latest();
            if (first == null && last == null) {
                return null;
            }
            return new Span(
                    first == null ? DayKeys.FIRST : DayKeys.day(first),
                    last == null ? DayKeys.LAST : DayKeys.day(last),
                    date.isInterval());
        }

        boolean wide() {
            return to - from > LISTED_DAYS;
        }

        /** An open end reaches no day of its own, and neither does a span beyond a lifetime: other values bound it. */
        int reachFrom() {
            return from == DayKeys.FIRST || tooLong() ? to : from;
        }

        int reachTo() {
            return to == DayKeys.LAST || tooLong() ? from : to;
        }

        private boolean tooLong() {
            return from != DayKeys.FIRST && to != DayKeys.LAST && to - from > LONGEST_LAID_OUT;
        }

        int knownEnd() {
            return from == DayKeys.FIRST ? to : from;
        }
    }

    private static final class Builder {

        private final Words words;
        private final Cells day = new Cells();
        private final Cells month = new Cells();
        private final Cells hour = new Cells();
        private final List<Integer> from = new ArrayList<>(1);
        private final List<Integer> to = new ArrayList<>(1);
        private final List<Boolean> wide = new ArrayList<>(1);
        private @Nullable Span inForce;
        private @Nullable Integer earliest;
        private @Nullable Integer reachFrom;
        private @Nullable Integer reachTo;

        Builder(Words words) {
            this.words = words;
        }

        TimeCells add(AttributeState time) {
            if (time.standing() == Standing.NOT_STATED) {
                everywhere(Words.UNDATED_KEY, false);
            } else if (time.standing() == Standing.CONTESTED) {
                everywhere(Words.CONTESTED_KEY, false);
            }
            for (LiveValue value : time.values()) {
                boolean certain = time.standing() == Standing.IN_FORCE && value.certain();
                add(value.value(), certain);
            }
            return new TimeCells(
                    day.numbers(),
                    month.numbers(),
                    hour.numbers(),
                    from,
                    to,
                    wide,
                    inForce == null ? null : inForce.from(),
                    inForce == null ? null : inForce.to(),
                    earliest,
                    reachFrom,
                    reachTo);
        }

        private void everywhere(int word, boolean certain) {
            day.add(DayKeys.WORDS + word, certain);
            month.add(DayKeys.WORDS + word, certain);
            hour.add(DayKeys.WORDS + word, certain);
        }

        private void add(ClaimValue value, boolean certain) {
            if (value instanceof ClaimValue.Answer answer) {
                everywhere(words.number(answer.answer()), certain);
            } else if (value instanceof Occurred occurred) {
                Span span = Span.of(occurred);
                if (span == null) {
                    everywhere(Words.UNDATED_KEY, false);
                } else {
                    add(occurred, span, certain);
                }
            }
        }

        private void add(Occurred occurred, Span span, boolean certain) {
            from.add(span.from());
            to.add(span.to());
            wide.add(span.wide());
            inForce = certain ? span : inForce;
            earliest = least(earliest, span.knownEnd());
            reachFrom = least(reachFrom, span.reachFrom());
            reachTo = greatest(reachTo, span.reachTo());
            if (!span.wide()) {
                days(span, certain);
            }
            hours(occurred.timeOfDay(), span, certain);
        }

        private void days(Span span, boolean certain) {
            int first = DayKeys.monthOf(span.from());
            int last = DayKeys.monthOf(span.to());
            boolean point = certain && !span.interval();
            for (int each = span.from(); each <= span.to(); each++) {
                day.add(each, point && span.from() == span.to());
            }
            for (int each = first; each <= last; each++) {
                month.add(each, point && first == last);
            }
        }

        private void hours(Occurred.@Nullable Hours said, Span span, boolean certain) {
            HourSpan hours = said == null ? null : HourSpan.of(said);
            if (hours == null || span.wide()) {
                hour.add(DayKeys.WORDS + Words.NOT_STATED_KEY, false);
                return;
            }
            boolean point = certain && !span.interval() && span.from() == span.to() && hours.first() == hours.last();
            for (int each = span.from(); each <= span.to(); each++) {
                for (int h = hours.first(); h <= hours.last(); h++) {
                    hour.add(DayKeys.hour(each, h), point);
                }
            }
        }

        private static Integer least(@Nullable Integer one, int other) {
            return one == null ? Integer.valueOf(other) : Integer.valueOf(Math.min(one, other));
        }

        private static Integer greatest(@Nullable Integer one, int other) {
            return one == null ? Integer.valueOf(other) : Integer.valueOf(Math.max(one, other));
        }
    }
}
