package dalil.query.record.answer;

import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.PersonName;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim's value in the shape in which claims are filed, with what an erasure left of it.
 *
 * @param value null where all of it was erased
 * @param beside {@code erased}: true where all was; {@code erasedParts}: members of the value that were; {@code protected}: the
 *     value holds something that roles will hide
 */
record Shown(@Nullable Object value, Map<String, @Nullable Object> beside) {

    private static final Map<String, @Nullable Object> ERASED = Map.of("erased", true);
    private static final Map<String, @Nullable Object> PROTECTED = Map.of("protected", true);

    static Shown of(ClaimValue value) {
        if (value instanceof ClaimValue.Word word) {
            return open(word.word());
        }
        if (value instanceof ClaimValue.Count count) {
            return open(count.count());
        }
        if (value instanceof ClaimValue.Range range) {
            return open(members("least", range.least(), "greatest", range.greatest()));
        }
        if (value instanceof ClaimValue.Answer answer) {
            return open(members("answer", answer.answer()));
        }
        if (value instanceof ClaimValue.Text text) {
            return of(text.text());
        }
        if (value instanceof ClaimValue.Name name) {
            return name(name.name());
        }
        if (value instanceof Occurred occurred) {
            return of(occurred);
        }
        if (value instanceof Place place) {
            return of(place);
        }
        throw new IllegalArgumentException("a value without a shape: " + value.getClass());
    }

    static Shown of(Protected<String> text) {
        return text.isErased()
                ? new Shown(null, ERASED)
                : new Shown(text.value().orElseThrow(), PROTECTED);
    }

    private static Shown name(Protected<PersonName> name) {
        if (name.isErased()) {
            return new Shown(null, ERASED);
        }
        PersonName said = name.value().orElseThrow();
        Map<String, @Nullable Object> shown = members("full", said.full());
        put(shown, "given", said.given());
        put(shown, "family", said.family());
        put(shown, "patronymic", said.patronymic());
        put(shown, "script", said.script());
        return new Shown(shown, PROTECTED);
    }

    private static Shown of(Occurred occurred) {
        Map<String, @Nullable Object> shown = members("date", occurred.date());
        Occurred.Hours hours = occurred.timeOfDay();
        if (hours != null) {
            Map<String, @Nullable Object> timeOfDay = new LinkedHashMap<>();
            put(timeOfDay, "from", hours.from());
            put(timeOfDay, "to", hours.to());
            timeOfDay.put("about", hours.about());
            shown.put("timeOfDay", timeOfDay);
        }
        Protected<String> words = occurred.words();
        if (words == null) {
            return open(shown);
        }
        shown.put("words", words.value().orElse(null));
        return new Shown(shown, words.isErased() ? erased(List.of("words")) : PROTECTED);
    }

    private static Shown of(Place place) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Map<String, @Nullable Object> beside = Map.of();
        Spot spot = place.spot();
        Protected<Spot> exact = place.exactSpot();
        if (exact != null) {
            spot = exact.value().orElse(null);
            beside = exact.isErased() ? erased(List.of("name", "lat", "lon")) : PROTECTED;
        }
        if (spot != null) {
            put(shown, "name", spot.name());
        }
        shown.put("path", place.path());
        if (spot != null) {
            put(shown, "lat", decimal(spot.lat()));
            put(shown, "lon", decimal(spot.lon()));
        }
        shown.put("precision", place.precision());
        return new Shown(shown, beside);
    }

    /** Whether all of the value was erased. */
    boolean isErased() {
        return beside.containsKey("erased");
    }

    /** With the digits that were entered. */
    private static @Nullable BigDecimal decimal(@Nullable String degrees) {
        return degrees == null ? null : new BigDecimal(degrees);
    }

    private static Shown open(Object value) {
        return new Shown(value, Map.of());
    }

    private static Map<String, @Nullable Object> erased(List<String> parts) {
        return Map.of("erasedParts", new ArrayList<>(parts));
    }

    private static void put(Map<String, @Nullable Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static Map<String, @Nullable Object> members(Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
