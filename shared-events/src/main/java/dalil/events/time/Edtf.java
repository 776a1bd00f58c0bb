package dalil.events.time;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or an interval of dates of the Extended Date/Time Format (ISO 8601-2, Library of Congress 2019), levels 0 and 1, between the
 * years -9999 and 9999. Hours are not part of it: a date-time is refused, they go in {@link TimeOfDay}.
 *
 * <p>Two equal texts are equal; two spellings of the same days ({@code 2004-04} and {@code 2004-04-XX}) are not.
 */
public final class Edtf {

    private static final int LONGEST_TEXT = 40;
    private static final Pattern HOURS = Pattern.compile("\\d[Tt]\\d|\\d:\\d");

    private final String text;
    private final @Nullable EdtfDate begin;
    private final @Nullable EdtfDate end;
    private final boolean interval;

    private Edtf(String text, @Nullable EdtfDate begin, @Nullable EdtfDate end, boolean interval) {
        this.text = text;
        this.begin = begin;
        this.end = end;
        this.interval = interval;
    }

    /**
     * @throws IllegalArgumentException with a reason for the person who typed the date; it never repeats what was typed, except for
     *     digits of a date that does not exist
     */
    public static Edtf parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no date was given; write it as 2020, 2020-10 or 2020-10-05");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("this is too long for a date or an interval of dates");
        }
        if (HOURS.matcher(text).find()) {
            throw new IllegalArgumentException("a date has no hours in it; hours go in timeOfDay");
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return alone(text, EdtfDate.parse(text));
        }
        if (text.indexOf('/', slash + 1) >= 0) {
            throw new IllegalArgumentException("an interval has one slash, between its first and its last date");
        }
        if (text.length() == 1) {
            throw new IllegalArgumentException("an interval needs a first or a last date");
        }
        return interval(text, endpoint(text.substring(0, slash)), endpoint(text.substring(slash + 1)));
    }

    /** A marked season counts as level 2 when it stands alone, but as level 1 at an end of an interval. */
    private static Edtf alone(String text, EdtfDate date) {
        if (date.season() > 0 && (date.approximate() || date.uncertain())) {
            throw new IllegalArgumentException("a season is vague already; write it without ?, ~ or %");
        }
        return new Edtf(text, date, date, false);
    }

    private static Edtf interval(String text, @Nullable EdtfDate begin, @Nullable EdtfDate end) {
        if (begin != null && end != null && begin.isAfter(end)) {
            throw new IllegalArgumentException("the interval ends before it begins");
        }
        return new Edtf(text, begin, end, true);
    }

    /** Null for an open ({@code ..}) and for an unknown (empty) end. */
    private static @Nullable EdtfDate endpoint(String text) {
        if (text.isEmpty() || text.equals("..")) {
            return null;
        }
        EdtfDate date = EdtfDate.parse(text);
        if (date.masked()) {
            throw new IllegalArgumentException(
                    "X is not possible in an interval; write the month or the year that is known, as in 2004-06/2004-07-03");
        }
        return date;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The first day it can be, included; null where the begin of an interval is open or unknown. */
    public @Nullable LocalDate earliest() {
        return begin == null ? null : begin.earliest();
    }

    /**
     * The last day it can be, included; null where the end of an interval is open or unknown. A season is bounded by its whole year:
     * summer is not June to August everywhere, and winter lies across the turn of the year.
     */
    public @Nullable LocalDate latest() {
        return end == null ? null : end.latest();
    }

    /** Marked {@code ~} or {@code %}; for an interval, at either end. Does not widen the bounds. */
    public boolean approximate() {
        return (begin != null && begin.approximate()) || (end != null && end.approximate());
    }

    /** Marked {@code ?} or {@code %}; for an interval, at either end. Does not widen the bounds. */
    public boolean uncertain() {
        return (begin != null && begin.uncertain()) || (end != null && end.uncertain());
    }

    public Precision precision() {
        return interval || begin == null ? Precision.INTERVAL : begin.precision();
    }

    public boolean isInterval() {
        return interval;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
