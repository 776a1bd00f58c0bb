package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.record.AttributeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a list shows of a unit and nobody counts by: kept as one text beside the row. */
public record Shown(List<Title> titles, List<When> times, List<Where> places) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Shown> TYPE = new TypeReference<>() {};

    /** A title, and whether it is the one in force. */
    public record Title(String title, boolean certain) {}

    /**
     * A claimed time.
     *
     * @param date EDTF as claimed, or the answer given instead of a date
     * @param from HH:mm
     * @param to HH:mm
     * @param earliest first day it can be; null where open
     * @param latest last day it can be; null where open
     */
    public record When(
            String date,
            @Nullable String from,
            @Nullable String to,
            boolean about,
            @Nullable String earliest,
            @Nullable String latest,
            boolean certain) {}

    /** A claimed place: path from the country down, or the answer given instead of one. */
    public record Where(
            List<String> path,
            String precision,
            @Nullable String name,
            @Nullable String lat,
            @Nullable String lon,
            boolean certain) {}

    static List<When> times(AttributeState time) {
        return time.values().stream()
                .map(value -> when(value.value(), value.certain()))
                .toList();
    }

    static List<Where> places(AttributeState place) {
        return place.values().stream()
                .map(value -> where(value.value(), value.certain()))
                .toList();
    }

    private static When when(ClaimValue value, boolean certain) {
        if (!(value instanceof Occurred occurred)) {
            return new When(CodeCells.word(value), null, null, false, null, null, certain);
        }
        Occurred.Hours hours = occurred.timeOfDay();
        TimeCells.Span span = TimeCells.Span.of(occurred);
        return new When(
                occurred.date(),
                hours == null ? null : hours.from(),
                hours == null ? null : hours.to(),
                hours != null && hours.about(),
                span == null || span.from() == DayKeys.FIRST
                        ? null
                        : DayKeys.date(span.from()).toString(),
                span == null || span.to() == DayKeys.LAST
                        ? null
                        : DayKeys.date(span.to()).toString(),
                certain);
    }

    private static Where where(ClaimValue value, boolean certain) {
        if (!(value instanceof Place place)) {
            return new Where(List.of(CodeCells.word(value)), "unknown", null, null, null, certain);
        }
        Place.Spot spot = place.spot();
        return new Where(
                place.path(),
                place.precision(),
                spot == null ? null : spot.name(),
                spot == null ? null : spot.lat(),
                spot == null ? null : spot.lon(),
                certain);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** What a row holds. */
    public static Shown read(String text) {
        return JSON.readValue(text, TYPE);
    }
}
