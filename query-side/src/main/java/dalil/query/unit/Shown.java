package dalil.query.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a list shows of an incident and nobody counts by: kept as one text beside the row. */
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

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** What a row holds. */
    public static Shown read(String text) {
        return JSON.readValue(text, TYPE);
    }
}
