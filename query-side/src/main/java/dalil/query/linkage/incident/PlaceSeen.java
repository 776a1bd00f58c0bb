package dalil.query.linkage.incident;

import dalil.events.claim.Place;
import dalil.query.linkage.NameFolding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place as it is claimed. What is protected of a place known exactly is left out: a distance to it would tell where it is.
 *
 * @param levels of its path, folded; empty where a level is left out
 * @param name folded; empty if it has none
 * @param point null if it has none in the open
 */
record PlaceSeen(List<String> levels, String name, @Nullable Point point) {

    private static final int METRES_A_DEGREE = 111_195;
    private static final int TOWN = 15_000;
    private static final int TOWN_LEVEL = 2;

    /** Degrees. */
    record Point(double lat, double lon) {

        /** Metres between; near enough for places that may be one. */
        double metres(Point other) {
            double north = lat - other.lat;
            double around = Math.abs(lon - other.lon);
            double east = Math.min(around, 360 - around) * Math.cos(Math.toRadians((lat + other.lat) / 2));
            return Math.hypot(north, east) * METRES_A_DEGREE;
        }
    }

    static PlaceSeen of(Place place) {
        Place.Spot spot = place.spot();
        return new PlaceSeen(
                place.path().stream().map(PlaceSeen::folded).toList(),
                spot == null || spot.name() == null ? "" : folded(spot.name()),
                spot == null ? null : point(spot.lat(), spot.lon()));
    }

    /** Spellings of one name meet; numbers stay. Few names make many places, so each is held once. */
    private static String folded(String name) {
        String number = name.replaceAll("\\D+", " ").strip();
        return (String.join(" ", NameFolding.parts(name)) + " " + number)
                .strip()
                .intern();
    }

    private static @Nullable Point point(@Nullable String lat, @Nullable String lon) {
        try {
            return lat == null || lon == null ? null : new Point(Double.parseDouble(lat), Double.parseDouble(lon));
        } catch (NumberFormatException notAPoint) {
            return null;
        }
    }

    /** The level at which the paths part, from 0; the number of common levels where they never do. */
    int common(PlaceSeen other) {
        int most = Math.min(levels.size(), other.levels.size());
        for (int level = 0; level < most; level++) {
            String one = levels.get(level);
            String two = other.levels.get(level);
            if (!one.equals(two) && !one.isEmpty() && !two.isEmpty()) {
                return level;
            }
        }
        return most;
    }

    /** Whether both may lie in one town. */
    boolean inOneTown(PlaceSeen other) {
        return point != null && other.point != null
                ? point.metres(other.point) <= TOWN
                : common(other) >= TOWN_LEVEL && !parts(other);
    }

    /** Whether both paths say something else at some level. */
    boolean parts(PlaceSeen other) {
        return common(other) < Math.min(levels.size(), other.levels.size());
    }
}
