package dalil.command.imports.dates;

import org.jspecify.annotations.Nullable;

/** Hours of a pattern as HH:mm. */
final class Clock24 {

    private Clock24() {}

    /**
     * The hour of a pattern; null if it has none. Midnight at the end of a day is 00:00.
     *
     * @param which empty, or {@code 2} for the second one
     */
    static @Nullable String read(WrittenPattern.Parts parts, String which) {
        String hour = parts.at("hour" + which);
        if (hour == null) {
            return null;
        }
        String minute = parts.at("minute" + which);
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        String half = parts.at("ampm" + which);
        if (half != null) {
            if (hours < 1 || hours > 12) {
                throw new IllegalArgumentException("an hour before am or pm is one from 1 to 12");
            }
            hours = hours % 12 + (half.toLowerCase(java.util.Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        if (hours == 24 && minutes == 0) {
            hours = 0;
        }
        if (hours > 23 || minutes > 59) {
            throw new IllegalArgumentException("there is no such hour");
        }
        return String.format("%02d:%02d", hours, minutes);
    }
}
