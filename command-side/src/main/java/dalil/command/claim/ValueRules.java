package dalil.command.claim;

import dalil.command.rule.FieldError;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Count;
import dalil.events.claim.ClaimValue.Name;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.PersonName;
import dalil.events.claim.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wrong with a claimed value. Pointers are relative to it. */
public final class ValueRules {

    private static final long MOST = 1_000_000_000L;
    private static final int PLACE_LEVELS = 4;
    private static final int MAX_DECIMALS = 15;

    private ValueRules() {}

    static List<FieldError> errors(Attribute attribute, ClaimValue value) {
        if (value instanceof Answer answer) {
            if (Attributes.isListed(attribute, answer.answer())) {
                return wrongForm("the word " + answer.answer() + " of its own list");
            }
            return ClaimRules.codeErrors("/answer", "answer", answer.answer());
        }
        return switch (attribute.form()) {
            case CODE ->
                value instanceof Word word
                        ? ClaimRules.codeErrors("", Objects.requireNonNull(attribute.list()), word.word())
                        : wrongForm("a word of the list " + attribute.list());
            case WORD -> value instanceof Word word ? Texts.line("", word.word()) : wrongForm("a text on one line");
            case TEXT -> value instanceof Text text ? text(text) : wrongForm("a text");
            case COUNT -> value instanceof Count count ? count(count) : wrongForm("a whole number");
            case RANGE -> value instanceof Range range ? range(range) : wrongForm("{\"least\":3,\"greatest\":5}");
            case OCCURRED ->
                value instanceof Occurred occurred
                        ? OccurredRules.errors(occurred)
                        : wrongForm("{\"date\":\"2020-10-05\",…}");
            case PLACE ->
                value instanceof Place place
                        ? place(place)
                        : wrongForm("{\"path\":[\"KG\",\"Bishkek\"],\"precision\":\"city\",…}");
            case NAME -> value instanceof Name name ? name(name) : wrongForm("a name, or {\"full\",\"family\",…}");
        };
    }

    private static List<FieldError> wrongForm(String expected) {
        return List.of(new FieldError("", "wrong-form", "this attribute takes " + expected));
    }

    private static List<FieldError> text(Text text) {
        return text.text()
                .value()
                .map(t -> Texts.body("", t, Texts.MAX_NARRATIVE))
                .orElse(List.of());
    }

    private static List<FieldError> name(Name claimed) {
        PersonName name = claimed.name().value().orElse(null);
        if (name == null) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(Texts.line("/full", name.full()));
        errors.addAll(part("/given", name.given()));
        errors.addAll(part("/family", name.family()));
        errors.addAll(part("/patronymic", name.patronymic()));
        if (name.script() != null && !name.script().matches("[A-Z][a-z]{3}")) {
            errors.add(new FieldError("/script", "malformed", "an ISO 15924 code such as Cyrl is required"));
        }
        return errors;
    }

    private static List<FieldError> part(String pointer, @Nullable String part) {
        return part == null ? List.of() : Texts.line(pointer, part);
    }

    private static List<FieldError> count(Count count) {
        return inRange("", count.count());
    }

    private static List<FieldError> range(Range range) {
        List<FieldError> errors = new ArrayList<>(inRange("/least", range.least()));
        errors.addAll(inRange("/greatest", range.greatest()));
        if (range.least() > range.greatest()) {
            errors.add(new FieldError("/greatest", "out-of-range", "not less than least"));
        }
        return errors;
    }

    private static List<FieldError> inRange(String pointer, long number) {
        return number >= 0 && number <= MOST
                ? List.of()
                : List.of(new FieldError(pointer, "out-of-range", "a number from 0 to " + MOST));
    }

    private static List<FieldError> place(Place place) {
        List<FieldError> errors =
                new ArrayList<>(ClaimRules.codeErrors("/precision", "place-precision", place.precision()));
        errors.addAll(pathErrors("/path", place.path()));
        Place.Spot spot = place.exactSpot() != null ? place.exactSpot().value().orElse(null) : place.spot();
        if (spot != null) {
            errors.addAll(spot(spot));
        }
        return errors;
    }

    /** What is wrong with the path of a place. */
    public static List<FieldError> pathErrors(String pointer, List<String> path) {
        List<FieldError> errors = new ArrayList<>();
        if (path.isEmpty() || path.size() > PLACE_LEVELS) {
            errors.add(new FieldError(
                    pointer, "out-of-range", "one to four levels: country, region, district, settlement"));
        } else if (path.get(0).isBlank() || path.get(path.size() - 1).isBlank()) {
            errors.add(new FieldError(pointer, "missing", "the first and the last level of the path must be named"));
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).isEmpty()) {
                errors.addAll(Texts.line(pointer + "/" + i, path.get(i)));
            }
            if (path.get(i).indexOf('/') >= 0) {
                errors.add(new FieldError(pointer + "/" + i, "malformed", "a level's name holds no slash"));
            }
        }
        return errors;
    }

    private static List<FieldError> spot(Place.Spot spot) {
        List<FieldError> errors = new ArrayList<>();
        if (spot.name() != null) {
            errors.addAll(Texts.line("/name", spot.name()));
        }
        if ((spot.lat() == null) != (spot.lon() == null)) {
            errors.add(new FieldError(spot.lat() == null ? "/lat" : "/lon", "missing", "lat and lon go together"));
        }
        errors.addAll(degrees("/lat", spot.lat(), 90));
        errors.addAll(degrees("/lon", spot.lon(), 180));
        return errors;
    }

    private static List<FieldError> degrees(String pointer, @Nullable String text, int bound) {
        if (text == null) {
            return List.of();
        }
        try {
            BigDecimal degrees = new BigDecimal(text);
            if (degrees.scale() <= MAX_DECIMALS && degrees.abs().compareTo(BigDecimal.valueOf(bound)) <= 0) {
                return List.of();
            }
        } catch (NumberFormatException notANumber) {
            return List.of(new FieldError(pointer, "malformed", "decimal degrees are required"));
        }
        return List.of(new FieldError(pointer, "out-of-range", "from -" + bound + " to " + bound + " degrees"));
    }
}
