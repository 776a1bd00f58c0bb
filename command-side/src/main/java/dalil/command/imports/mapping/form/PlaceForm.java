package dalil.command.imports.mapping.form;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Value;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where it happened. A place that is exact goes behind its source's key, with its name. */
final class PlaceForm {

    /** Fineness by how many levels of the path are known. */
    private static final List<String> PRECISION_OF_DEPTH = List.of("unknown", "country", "region", "district", "city");

    private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]+)?");
    private static final int MAX_DECIMALS = 15;

    private PlaceForm() {}

    private record Point(String lat, String lon) {}

    static Optional<ClaimValue> value(ClaimSpec.Where where, Scope scope, Speaker speaker) {
        List<String> path = PlacePathForm.path(where.path(), scope);
        Point point = point(where, scope);
        String name = text(where.name(), scope);
        if (path.isEmpty()) {
            if (point == null && name == null) {
                return Optional.empty();
            }
            throw new RowProblem("place", "missing-place", "the row names a point or a place, but not its country");
        }
        String precision = precision(where, path, point, scope);
        if (point == null && name == null) {
            return Optional.of(new Place(path, precision, null, null));
        }
        Spot spot = point == null ? new Spot(name, null, null) : new Spot(name, point.lat(), point.lon());
        return Optional.of(
                precision.equals("exact")
                        ? new Place(path, precision, null, speaker.protect(spot))
                        : new Place(path, precision, spot, null));
    }

    private static String precision(ClaimSpec.Where where, List<String> path, @Nullable Point point, Scope scope) {
        String stated = text(point == null ? where.precisionWithoutPoint() : where.precision(), scope);
        return stated != null ? stated : point != null ? "unknown" : PRECISION_OF_DEPTH.get(path.size());
    }

    private static @Nullable String text(@Nullable Value value, Scope scope) {
        return value == null ? null : Values.one(value, scope).map(Found::text).orElse(null);
    }

    private static @Nullable Point point(ClaimSpec.Where where, Scope scope) {
        if (where.lat() == null) {
            return null;
        }
        if (where.lon() == null) {
            List<Found> both = Values.all(where.lat(), scope);
            return both.isEmpty() ? null : ofBoth(both, where.latFirst(), scope);
        }
        Optional<Found> first = Values.one(where.lat(), scope);
        Optional<Found> second = Values.one(where.lon(), scope);
        if (first.isPresent() != second.isPresent()) {
            throw new RowProblem(
                    first.or(() -> second).orElseThrow().column(),
                    "half-a-point",
                    "latitude and longitude go together");
        }
        return first.isEmpty()
                ? null
                : new Point(
                        degrees(first.get().text(), 90, first.get(), scope),
                        degrees(second.orElseThrow().text(), 180, second.orElseThrow(), scope));
    }

    /** In one text with a comma, or in a list of two numbers. */
    private static Point ofBoth(List<Found> both, boolean latFirst, Scope scope) {
        Found first = both.get(0);
        String[] parts = both.size() == 1
                ? first.text().split(scope.profile().decimal().equals(",") ? "[;\\s]+" : "[,;\\s]+")
                : both.stream().map(Found::text).toArray(String[]::new);
        if (parts.length != 2) {
            throw new RowProblem(
                    first.column(),
                    "bad-point",
                    "two numbers were expected, in a list or with a comma between them; there are " + parts.length);
        }
        return new Point(
                degrees(parts[latFirst ? 0 : 1], 90, first, scope),
                degrees(parts[latFirst ? 1 : 0], 180, first, scope));
    }

    private static String degrees(String written, int bound, Found found, Scope scope) {
        String text = Numbers.plain(written, scope.profile());
        if (!DEGREES.matcher(text).matches()) {
            throw new RowProblem(found.column(), "bad-point", "not decimal degrees");
        }
        if (new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(bound)) > 0) {
            throw new RowProblem(found.column(), "bad-point", "not from -" + bound + " to " + bound + " degrees");
        }
        int end = text.indexOf('.') + 1 + MAX_DECIMALS;
        return text.indexOf('.') >= 0 && text.length() > end ? text.substring(0, end) : text;
    }
}
