package dalil.command.imports.dates;

import dalil.events.claim.Occurred.Hours;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 dates and date-times: {@code 2020-10-05}, {@code 2020-10-05T21:30:00Z}, {@code 2020-10-05 21:30}. */
final class IsoDate {

    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:[.,]([0-9]{1,9}))?\\s?(Z|z|[+-][0-9]{2}:?[0-9]{2})?)?");

    private IsoDate() {}

    /** @param zone the zone of the case, into which a time that names an offset is turned; null to keep it as written */
    static Optional<ReadDate> read(String text, @Nullable ZoneId zone) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String date = parts.group(1);
        String hour = parts.group(2);
        String offset = parts.group(5);
        if (hour != null && offset != null && zone != null) {
            return Optional.of(turned(date, hour, offset, zone));
        }
        return Optional.of(new ReadDate(date, hour == null ? null : new Hours(hour, hour, false)));
    }

    private static ReadDate turned(String date, String hour, String offset, ZoneId zone) {
        String colon = offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
        try {
            var there = OffsetDateTime.parse(date + "T" + hour + ":00" + colon.toUpperCase(java.util.Locale.ROOT))
                    .atZoneSameInstant(zone);
            String hourThere = there.toLocalTime().toString();
            return new ReadDate(there.toLocalDate().toString(), new Hours(hourThere, hourThere, false));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("there is no such date and time", impossible);
        }
    }
}
