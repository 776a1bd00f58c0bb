package dalil.events.claim;

import dalil.events.Protected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened, as claimed. A place known to ±10 m (precision {@code exact}) can be somebody's home: its name and
 * point are then protected and only the path stays open.
 *
 * @param path country, region, district, settlement: from the widest, at least one
 * @param precision a code of the list {@code place-precision}
 * @param spot name and point in the open; null where there is none or it is protected
 * @param exactSpot name and point of an exact place; null for any other
 */
public record Place(
        List<String> path,
        String precision,
        @Nullable Spot spot,
        @Nullable Protected<Spot> exactSpot) implements ClaimValue {

    /**
     * A name and a point on the map (WGS 84, degrees as decimal strings, since payloads hold no fractions).
     *
     * @param name what people call it; null if unnamed
     */
    public record Spot(
            @Nullable String name,
            @Nullable String lat,
            @Nullable String lon) {}
}
