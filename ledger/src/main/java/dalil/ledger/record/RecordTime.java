package dalil.ledger.record;

import dalil.transparency.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Time in a record: UTC, fixed width, milliseconds padded to nine digits, so that text order is time order. */
public final class RecordTime {

    static final int LENGTH = "2020-10-05T15:00:00.123000000Z".length();

    private static final int[] UNITS = {0, 1, 10, 100, 1000};
    private static final String FORM = "0000-00-00T00:00:00.000000000Z";
    private static final long MIN = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long MAX = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private RecordTime() {}

    /** Milliseconds since 1970 of a time that a record can hold (years 0000 to 9999); finer parts are cut off. */
    public static long millis(Instant time) {
        long millis = time.toEpochMilli();
        if (millis < MIN || millis > MAX) {
            throw new IllegalArgumentException("a record holds times of the years 0000 to 9999");
        }
        return millis;
    }

    static void append(StringBuilder out, long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        digits(out, time.getYear(), 4).append('-');
        digits(out, time.getMonthValue(), 2).append('-');
        digits(out, time.getDayOfMonth(), 2).append('T');
        digits(out, time.getHour(), 2).append(':');
        digits(out, time.getMinute(), 2).append(':');
        digits(out, time.getSecond(), 2).append('.');
        digits(out, time.getNano() / 1_000_000, 3).append("000000Z");
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        for (int unit = UNITS[width]; unit > 0; unit /= 10) {
            out.append((char) ('0' + value / unit % 10));
        }
        return out;
    }

    /** The inverse of {@link #append}, for exactly its spelling. */
    static long parse(String text) {
        for (int i = 0; i < LENGTH; i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            boolean digit = form == '0' && (i < 23 || i > 28);
            if (digit ? c < '0' || c > '9' : c != form) {
                throw MalformedException.because("not a time of the ledger's form");
            }
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            if (hour > 23 || minute > 59 || second > 59) {
                throw MalformedException.because("no such time of day");
            }
            return ((day * 24 + hour) * 60 + minute) * 60_000 + second * 1000L + number(text, 20, 23);
        } catch (DateTimeException noSuchDay) {
            throw MalformedException.because("no such day");
        }
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
