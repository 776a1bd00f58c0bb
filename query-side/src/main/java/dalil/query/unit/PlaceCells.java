package dalil.query.unit;

import dalil.events.claim.Place;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit was, for every live value.
 *
 * @param country cells of each level, down to the settlement
 * @param spots open points
 */
public record PlaceCells(
        List<Integer> country,
        List<Integer> region,
        List<Integer> district,
        List<Integer> settlement,
        List<Spot> spots) {

    /** An open point, and whether it is that of the place in force. */
    public record Spot(double lat, double lon, boolean certain) {}

    static PlaceCells of(AttributeState place, Words words) {
        return new PlaceCells(
                CodeCells.of(place, words, 1),
                CodeCells.of(place, words, 2),
                CodeCells.of(place, words, 3),
                CodeCells.of(place, words, PlacePath.LEVELS),
                spots(place));
    }

    /** The same, certain of nothing. */
    PlaceCells onlyReported() {
        return new PlaceCells(
                Cells.onlyReported(country),
                Cells.onlyReported(region),
                Cells.onlyReported(district),
                Cells.onlyReported(settlement),
                spots.stream()
                        .map(spot -> new Spot(spot.lat(), spot.lon(), false))
                        .toList());
    }

    private static List<Spot> spots(AttributeState place) {
        List<Spot> spots = new ArrayList<>(1);
        for (LiveValue value : place.values()) {
            Place.Spot spot = value.value() instanceof Place at ? at.spot() : null;
            Double lat = spot == null ? null : degrees(spot.lat());
            Double lon = spot == null ? null : degrees(spot.lon());
            if (lat != null && lon != null) {
                spots.add(new Spot(lat, lon, value.certain()));
            }
        }
        return spots;
    }

    private static @Nullable Double degrees(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
