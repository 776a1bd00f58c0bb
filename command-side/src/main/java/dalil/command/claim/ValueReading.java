package dalil.command.claim;

import dalil.command.rule.FieldError;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.PersonName;
import dalil.events.claim.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads claimed values from JSON. What they say is checked later, by {@link ClaimRules}; here only their form. */
final class ValueReading {

    private static final String EXACT = "exact";
    private static final int MAX_SCALE = 100;

    private final String record;
    private final String subject;
    private final List<FieldError> errors;

    /**
     * @param record the stream that protects what identifies the person it is about
     * @param subject the stream that protects what is said: the source's
     */
    ValueReading(String record, String subject, List<FieldError> errors) {
        this.record = record;
        this.subject = subject;
        this.errors = errors;
    }

    Optional<ClaimValue> value(Attribute attribute, @Nullable JsonNode node, String pointer) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return wrong(pointer, "missing", "a value is required; what is not known is {\"answer\":\"unknown\"}");
        }
        if (node.isObject() && node.has("answer")) {
            return fields(node, pointer, Set.of("answer")) && node.get("answer").isString()
                    ? Optional.of(
                            Attributes.answer(attribute, node.get("answer").stringValue()))
                    : wrong(pointer + "/answer", "wrong-form", "a word of the list answer is required");
        }
        return switch (attribute.form()) {
            case CODE, WORD ->
                node.isString()
                        ? Optional.of(new ClaimValue.Word(node.stringValue()))
                        : wrong(pointer, "wrong-form", "a text is required");
            case TEXT ->
                node.isString()
                        ? Optional.of(new ClaimValue.Text(Protected.of(subject(attribute), node.stringValue())))
                        : wrong(pointer, "wrong-form", "a text is required");
            case COUNT ->
                node.isIntegralNumber() && node.canConvertToLong()
                        ? Optional.of(new ClaimValue.Count(node.longValue()))
                        : wrong(pointer, "wrong-form", "a whole number is required");
            case RANGE -> range(node, pointer);
            case OCCURRED -> occurred(node, pointer).map(occurred -> occurred);
            case PLACE -> place(node, pointer);
            case NAME -> name(node, pointer);
        };
    }

    Optional<Occurred> occurred(JsonNode node, String pointer) {
        if (!fields(node, pointer, Set.of("date", "timeOfDay", "words"))) {
            return Optional.empty();
        }
        String date = text(node, "date", pointer);
        String words = text(node, "words", pointer);
        if (date == null) {
            return wrong(pointer + "/date", "missing", "an EDTF date is required, for example 2020-10-05~");
        }
        JsonNode hours = node.get("timeOfDay");
        Occurred.Hours timeOfDay = null;
        if (hours != null && !hours.isNull()) {
            String at = pointer + "/timeOfDay";
            if (!fields(hours, at, Set.of("from", "to", "about"))) {
                return Optional.empty();
            }
            JsonNode about = hours.get("about");
            if (about != null && !about.isBoolean()) {
                return wrong(at + "/about", "wrong-form", "true or false is required");
            }
            timeOfDay = new Occurred.Hours(
                    text(hours, "from", at), text(hours, "to", at), about != null && about.booleanValue());
        }
        return Optional.of(new Occurred(date, timeOfDay, words == null ? null : Protected.of(subject, words)));
    }

    /** What identifies a person is theirs, whoever said it; the rest is its source's. */
    private String subject(Attribute attribute) {
        return attribute.isIdentifying() ? record : subject;
    }

    private Optional<ClaimValue> name(JsonNode node, String pointer) {
        if (node.isString()) {
            return named(new PersonName(node.stringValue(), null, null, null, null));
        }
        if (!fields(node, pointer, Set.of("full", "given", "family", "patronymic", "script"))) {
            return Optional.empty();
        }
        String full = text(node, "full", pointer);
        if (full == null) {
            return wrong(pointer + "/full", "missing", "the whole name as it was said is required");
        }
        return named(new PersonName(
                full,
                text(node, "given", pointer),
                text(node, "family", pointer),
                text(node, "patronymic", pointer),
                text(node, "script", pointer)));
    }

    private Optional<ClaimValue> named(PersonName name) {
        return Optional.of(new ClaimValue.Name(Protected.of(record, name)));
    }

    /** One number is a range of one. */
    private Optional<ClaimValue> range(JsonNode node, String pointer) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(new ClaimValue.Range(node.longValue(), node.longValue()));
        }
        if (!node.isObject()) {
            return wrong(pointer, "wrong-form", "a whole number, or {\"least\":2,\"greatest\":3}, is required");
        }
        if (!fields(node, pointer, Set.of("least", "greatest"))) {
            return Optional.empty();
        }
        for (String end : List.of("least", "greatest")) {
            if (!node.path(end).isIntegralNumber() || !node.path(end).canConvertToLong()) {
                return wrong(pointer + "/" + end, "wrong-form", "a whole number is required");
            }
        }
        return Optional.of(new ClaimValue.Range(
                node.get("least").longValue(), node.get("greatest").longValue()));
    }

    private Optional<ClaimValue> place(JsonNode node, String pointer) {
        if (!fields(node, pointer, Set.of("name", "path", "lat", "lon", "precision"))) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        JsonNode levels = node.path("path");
        if (!levels.isArray() || levels.isEmpty()) {
            return wrong(pointer + "/path", "missing", "country, region, district, settlement: at least the country");
        }
        for (JsonNode level : levels) {
            if (!level.isString()) {
                return wrong(pointer + "/path/" + path.size(), "wrong-form", "a text is required");
            }
            path.add(level.stringValue());
        }
        String precision = text(node, "precision", pointer);
        if (precision == null) {
            return wrong(pointer + "/precision", "missing", "a word of the list place-precision is required");
        }
        Place.Spot spot = new Place.Spot(
                text(node, "name", pointer), degrees(node, "lat", pointer), degrees(node, "lon", pointer));
        boolean nothing = spot.name() == null && spot.lat() == null && spot.lon() == null;
        boolean exact = precision.equals(EXACT);
        return Optional.of(new Place(
                path,
                precision,
                nothing || exact ? null : spot,
                nothing || !exact ? null : Protected.of(subject, spot)));
    }

    private @Nullable String degrees(JsonNode node, String name, String pointer) {
        JsonNode number = node.get(name);
        if (number == null || !number.isNumber()) {
            return text(node, name, pointer);
        }
        BigDecimal degrees = number.decimalValue();
        // 1e400000000 written out has four hundred million digits; what no degree can be is refused as it is
        return Math.abs((long) degrees.scale()) > MAX_SCALE ? degrees.toString() : degrees.toPlainString();
    }

    private @Nullable String text(JsonNode node, String name, String pointer) {
        JsonNode text = node.get(name);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isString()) {
            errors.add(new FieldError(pointer + "/" + name, "wrong-form", "a text is required"));
            return null;
        }
        return text.stringValue();
    }

    private boolean fields(JsonNode node, String pointer, Set<String> known) {
        if (!node.isObject()) {
            errors.add(new FieldError(pointer, "wrong-form", "an object is required"));
            return false;
        }
        int before = errors.size();
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(
                        pointer + FieldError.step(name),
                        "unknown-field",
                        "takes only "
                                + String.join(", ", known.stream().sorted().toList())));
                break;
            }
        }
        return errors.size() == before;
    }

    private <T> Optional<T> wrong(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
        return Optional.empty();
    }
}
