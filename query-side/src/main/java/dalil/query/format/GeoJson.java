package dalil.query.format;

import java.io.Closeable;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as a GeoJSON FeatureCollection (RFC 7946). A record without an open point is a feature with a null geometry (section
 * 3.2), so that a map's total is the table's total. Members of the collection beside {@code features} say what the answer
 * reflects (foreign members, section 6.1).
 */
public final class GeoJson implements Closeable {

    private final JsonGenerator out;

    /** @param members members of the collection beside its type and features, such as the ledger index */
    public GeoJson(JsonMapper json, OutputStream stream, Map<String, ?> members) {
        this.out = json.createGenerator(stream);
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        members.forEach(out::writePOJOProperty);
        out.writeArrayPropertyStart("features");
    }

    /** A point, WGS 84, in degrees, with the digits that were recorded. */
    public record Point(BigDecimal lon, BigDecimal lat) {

        /**
         * A point from decimal degrees as text.
         *
         * @throws NumberFormatException if one is no decimal number
         */
        public static Point of(String lat, String lon) {
            return new Point(new BigDecimal(lon), new BigDecimal(lat));
        }
    }

    /**
     * One record.
     *
     * @param id its id
     * @param point where it is, or null where there is no point that may be shown
     * @param properties what else is shown of it
     */
    public void feature(String id, @Nullable Point point, Map<String, ?> properties) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeStringProperty("id", id);
        out.writeName("geometry");
        if (point == null) {
            out.writeNull();
        } else {
            write(point);
        }
        out.writePOJOProperty("properties", properties);
        out.writeEndObject();
    }

    private void write(Point point) {
        out.writeStartObject();
        out.writeStringProperty("type", "Point");
        out.writeArrayPropertyStart("coordinates");
        out.writeNumber(point.lon().toPlainString()); // longitude first, section 3.1.1
        out.writeNumber(point.lat().toPlainString());
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Ends the collection, and closes the stream. */
    @Override
    public void close() {
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }
}
