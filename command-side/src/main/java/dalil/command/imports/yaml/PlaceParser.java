package dalil.command.imports.yaml;

import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places: path, point, name, precision. */
final class PlaceParser {

    private static final int LEVELS = 4;

    private final Names names;
    private final ValueParser values;

    PlaceParser(Names names, ValueParser values) {
        this.names = names;
        this.values = values;
    }

    ClaimSpec.Form place(Entry entry) {
        Section section = entry.section()
                .only(
                        "path",
                        "lat",
                        "lon",
                        "latLon",
                        "lonLat",
                        "name",
                        "precision",
                        "precisionWithoutPoint",
                        "words",
                        "source",
                        "occurred");
        List<Entry> levels = section.need("path", "a list of country, region, district, settlement")
                .list();
        if (levels.isEmpty() || levels.size() > LEVELS) {
            throw section.need("path", "")
                    .wrong("one to four levels were expected: country, region, district, settlement");
        }
        List<Value> path = levels.stream().map(this::level).toList();
        boolean inOne = section.has("latLon") || section.has("lonLat");
        boolean inTwo = section.has("lat") || section.has("lon");
        if (section.has("lat") != section.has("lon")
                || inOne && inTwo
                || section.has("latLon") && section.has("lonLat")) {
            throw section.wrong("a point is lat and lon, or latLon, or lonLat");
        }
        Value precision = precision(section, "precision");
        if ((inOne || inTwo) && precision == null) {
            throw section.wrong(
                    "a point needs a precision, such as {const: vicinity}: how near is it to where it happened?");
        }
        String key = inTwo ? "lat" : section.has("latLon") ? "latLon" : "lonLat";
        Value lat = inOne || inTwo ? values.value(section.need(key, "")) : null;
        Value lon = inTwo ? values.value(section.need("lon", "")) : null;
        Entry named = section.get("name");
        Value name = named == null ? null : values.value(named);
        if (mayBeExact(precision) || mayBeExact(precision(section, "precisionWithoutPoint"))) {
            protect(lat);
            protect(lon);
            protect(name);
        }
        return new ClaimSpec.Where(
                path, lat, lon, !key.equals("lonLat"), name, precision, precision(section, "precisionWithoutPoint"));
    }

    /** A level that nothing is known of is written {@code ""}. */
    private Value level(Entry entry) {
        if (entry.isText() && entry.text().isEmpty()) {
            return new Value.Several(List.of());
        }
        Value level = values.value(entry);
        names.refuseProtected(entry, level, "the path of a place");
        return level;
    }

    private @Nullable Value precision(Section section, String key) {
        Entry entry = section.get(key);
        if (entry == null) {
            return null;
        }
        Value value = values.value(entry);
        ClaimParser.checkCodes(entry, "place-precision", value);
        return value;
    }

    private static boolean mayBeExact(@Nullable Value precision) {
        return precision != null
                && !(precision instanceof Value.Constant constant
                        && !constant.text().equals("exact"));
    }

    private void protect(@Nullable Value value) {
        if (value != null) {
            names.protect(value);
        }
    }
}
