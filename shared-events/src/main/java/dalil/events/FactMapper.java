package dalil.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dalil.events.claim.ClaimJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one place where facts become bytes and bytes become facts. Protected values go to the sealed section under the JSON
 * pointer at which they stand, so that the payload alone always reads, also after an erasure.
 */
public final class FactMapper {

    private static final String SEALED = "sealed";
    private static final String SEALED_VERSION = "1";

    private final FactCatalogue catalogue;
    private final ObjectMapper json;

    public FactMapper(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        SimpleModule module = new SimpleModule("dalil-facts");
        module.addSerializer(new ProtectedSerializer());
        module.addDeserializer(Protected.class, new ProtectedDeserializer(null));
        this.json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new ClaimJson())
                .addModule(module)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The sections of a fact. {@link IllegalArgumentException} if something in it has no canonical form. */
    public FactSections write(Object fact) {
        catalogue.of(fact.getClass());
        ObjectNode sealed = json.createObjectNode();
        try (TokenBuffer buffer = new TokenBuffer(json, false)) {
            json.writer().withAttribute(SEALED, sealed).writeValue(buffer, fact);
            JsonNode payload = json.readTree(buffer.asParser());
            return new FactSections(CanonicalJson.write(payload), sealed.isEmpty() ? null : sealedBytes(sealed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] sealedBytes(ObjectNode values) {
        ObjectNode section = json.createObjectNode().put("v", SEALED_VERSION);
        section.set("values", values);
        return CanonicalJson.write(section);
    }

    /**
     * The fact of these sections. Protected values come back erased where the sealed section is gone.
     *
     * @throws UnreadableFact if the bytes are not a fact of that type
     */
    public Object read(String type, String revision, byte[] payload, byte @Nullable [] sealed) {
        Class<?> target = catalogue.named(type, revision).payload();
        try {
            return json.readerFor(target)
                    .withAttribute(SEALED, sealed == null ? json.missingNode() : valuesOf(sealed))
                    .readValue(payload);
        } catch (IOException malformed) {
            throw new UnreadableFact(type, revision, malformed);
        }
    }

    private JsonNode valuesOf(byte[] sealed) throws IOException {
        JsonNode section = json.readTree(sealed);
        if (!SEALED_VERSION.equals(section.path("v").asText())
                || !section.path("values").isObject()) {
            throw new JsonParseException(null, "a sealed section of an unknown version");
        }
        return section.get("values");
    }

    /** Bytes that are not a fact of the type they claim. Its message holds no content of the fact. */
    public static final class UnreadableFact extends RuntimeException {
        UnreadableFact(String type, String revision, IOException cause) {
            super("not a fact of type " + type + " revision " + revision + " ("
                    + cause.getClass().getSimpleName() + ")");
        }
    }

    private static final class ProtectedSerializer extends StdSerializer<Protected<?>> {

        ProtectedSerializer() {
            super(Protected.class, false);
        }

        @Override
        public void serialize(Protected<?> value, JsonGenerator out, SerializerProvider context) throws IOException {
            ObjectNode sealed = (ObjectNode) Objects.requireNonNull(context.getAttribute(SEALED));
            ObjectMapper mapper = (ObjectMapper) out.getCodec();
            String name = out.getOutputContext().pathAsPointer().toString();
            Object content = value.value()
                    .orElseThrow(() -> new IllegalArgumentException("an erased value cannot be recorded again"));
            ObjectNode entry = mapper.createObjectNode().put("subject", value.subject());
            entry.set("value", mapper.valueToTree(content));
            sealed.set(name, entry);
            out.writeStartObject();
            out.writeStringField(SEALED, name);
            out.writeEndObject();
        }
    }

    private static final class ProtectedDeserializer extends JsonDeserializer<Protected<?>>
            implements ContextualDeserializer {

        private final @Nullable JavaType content;

        ProtectedDeserializer(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = context.getContextualType();
            if (type == null && property != null) {
                type = property.getType();
            }
            return new ProtectedDeserializer(type == null ? null : type.containedType(0));
        }

        @Override
        public Protected<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode reference = context.readTree(in);
            if (reference.size() != 1 || !reference.path(SEALED).isTextual()) {
                return context.reportInputMismatch(Protected.class, "not a reference to a sealed value");
            }
            JsonNode values = (JsonNode) Objects.requireNonNull(context.getAttribute(SEALED));
            if (values.isMissingNode()) {
                return Protected.erased();
            }
            JsonNode entry = values.path(reference.get(SEALED).textValue());
            if (!entry.path("subject").isTextual() || !entry.has("value")) {
                return context.reportInputMismatch(Protected.class, "a sealed value that the sealed section lacks");
            }
            Object value = content == null
                    ? entry.get("value").asText()
                    : context.readTreeAsValue(entry.get("value"), content);
            return Protected.of(entry.get("subject").textValue(), value);
        }
    }
}
