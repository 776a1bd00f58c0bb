package dalil.command.claim;

import dalil.command.Streams;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns claims as they are sent into claims as they are recorded, and collects what cannot be read. */
public final class ClaimReading {

    private static final String UNKNOWN = "unknown";

    private final String record;
    private final Supplier<UUID> ids;
    private final List<FieldError> errors;

    /**
     * @param record the stream that protects texts of no source
     * @param ids for claims that come without one
     */
    public ClaimReading(String record, Supplier<UUID> ids) {
        this(record, ids, new ArrayList<>());
    }

    private ClaimReading(String record, Supplier<UUID> ids, List<FieldError> errors) {
        this.record = record;
        this.ids = ids;
        this.errors = errors;
    }

    /** For another record of the same form: what cannot be read in either is collected together. */
    public ClaimReading of(String other) {
        return new ClaimReading(other, ids, errors);
    }

    /** Refuses if anything could not be read. */
    public void refuseIfUnreadable() {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** A claim by the documenter: a field of the form that is not among its claims. It stands after them. */
    public Claim own(Attribute.Of of, String attribute, String word, String pointer) {
        return own(Attributes.find(of, attribute).orElseThrow(), new ClaimValue.Word(word), pointer);
    }

    /** The same for a value of any form; nothing where the errors say why. */
    public Optional<Claim> own(Attribute.Of of, String attribute, JsonNode value, String pointer) {
        Attribute about = Attributes.find(of, attribute).orElseThrow();
        return new ValueReading(record, record, errors)
                .value(about, value, pointer)
                .map(read -> own(about, read, pointer));
    }

    private Claim own(Attribute attribute, ClaimValue value, String pointer) {
        ClaimRules.valueErrors(attribute, value)
                .forEach(error -> errors.add(new FieldError(pointer, error.code(), error.detail())));
        return new Claim(id(), attribute.name(), value, null, null, null, null, null);
    }

    /** The id given, or a new one. */
    public String idOr(@Nullable String given) {
        return given == null ? id() : given.toLowerCase(Locale.ROOT);
    }

    /** The claims that can be read; what is wrong with the others is kept under the pointer. */
    public List<Claim> claims(Attribute.Of of, @Nullable List<@Nullable ClaimForm> forms, String pointer) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; forms != null && i < forms.size(); i++) {
            claim(of, forms.get(i), pointer + "/" + i).ifPresent(claims::add);
        }
        return claims;
    }

    /** The claim, or nothing where the errors say why. */
    public Optional<Claim> claim(Attribute.Of of, @Nullable ClaimForm form, String pointer) {
        if (form == null) {
            errors.add(new FieldError(pointer, "missing", "a claim is required"));
            return Optional.empty();
        }
        int before = errors.size();
        String name = required(form.attribute(), pointer + "/attribute");
        Optional<Attribute> attribute = Attributes.find(of, name);
        if (attribute.isEmpty() && !name.isEmpty()) {
            errors.add(new FieldError(pointer + "/attribute", "unknown-word", "not an attribute of " + of.words()));
        }
        String source = required(form.source(), pointer + "/source").toLowerCase(Locale.ROOT);
        String reported = required(form.reported(), pointer + "/reported");
        ValueReading values = new ValueReading(record, Streams.source(source), errors);
        Optional<ClaimValue> value = attribute.flatMap(a -> values.value(a, form.value(), pointer + "/value"));
        Optional<Occurred> occurred = occurred(values, form.occurred(), pointer + "/occurred");
        if (errors.size() > before || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                idOr(form.id()),
                name,
                value.get(),
                source,
                reported.equals(UNKNOWN) ? null : reported,
                occurred.orElse(null),
                form.words() == null ? null : Protected.of(Streams.source(source), form.words()),
                null));
    }

    /** A time as claims have it; nothing where none was sent or the errors say why. */
    public @Nullable Occurred occurred(@Nullable JsonNode node, String subject, String pointer) {
        return occurred(new ValueReading(record, subject, errors), node, pointer)
                .orElse(null);
    }

    /** A value of an attribute that is on record already; its text is protected as the source's. */
    public Optional<ClaimValue> value(Attribute attribute, @Nullable String source, @Nullable JsonNode value) {
        String subject = source == null ? record : Streams.source(source);
        return new ValueReading(record, subject, errors).value(attribute, value, "/value");
    }

    /** A value that no claim stands around; its text is protected as the record's own. */
    public Optional<ClaimValue> value(Attribute attribute, @Nullable JsonNode value, String pointer) {
        return new ValueReading(record, record, errors).value(attribute, value, pointer);
    }

    /** Something is wrong that only the caller can tell. */
    public void wrong(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    private static Optional<Occurred> occurred(ValueReading values, @Nullable JsonNode node, String pointer) {
        return node == null || node.isNull() ? Optional.empty() : values.occurred(node, pointer);
    }

    private String required(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(pointer, "missing", "required"));
            return "";
        }
        return text;
    }

    private String id() {
        return ids.get().toString();
    }
}
