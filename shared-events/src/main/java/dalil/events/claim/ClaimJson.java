package dalil.events.claim;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dalil.events.Protected;
import java.io.IOException;

/** How claim values look as JSON: the shapes that {@link ClaimValue} names. */
public final class ClaimJson extends SimpleModule {

    public ClaimJson() {
        super("dalil-claims");
        addSerializer(new BareSerializer());
        addDeserializer(ClaimValue.class, new ByShape());
    }

    /** A word, a count and a text stand without an object around them. */
    private static final class BareSerializer extends StdSerializer<ClaimValue> {

        BareSerializer() {
            super(ClaimValue.class);
        }

        @Override
        public void serialize(ClaimValue value, JsonGenerator out, SerializerProvider context) throws IOException {
            if (value instanceof ClaimValue.Word word) {
                out.writeString(word.word());
            } else if (value instanceof ClaimValue.Count count) {
                out.writeNumber(count.count());
            } else if (value instanceof ClaimValue.Text text) {
                context.defaultSerializeValue(text.text(), out);
            } else if (value instanceof ClaimValue.Name name) {
                out.writeStartObject();
                context.defaultSerializeField("name", name.name(), out);
                out.writeEndObject();
            } else if (value instanceof ClaimValue.Answer answer) {
                out.writeStartObject();
                out.writeStringField("answer", answer.answer());
                out.writeEndObject();
            } else if (value instanceof ClaimValue.Range range) {
                out.writeStartObject();
                out.writeNumberField("least", range.least());
                out.writeNumberField("greatest", range.greatest());
                out.writeEndObject();
            } else if (value instanceof Occurred occurred) {
                out.writeStartObject();
                out.writeStringField("date", occurred.date());
                if (occurred.timeOfDay() != null) {
                    context.defaultSerializeField("timeOfDay", occurred.timeOfDay(), out);
                }
                if (occurred.words() != null) {
                    context.defaultSerializeField("words", occurred.words(), out);
                }
                out.writeEndObject();
            } else if (value instanceof Place place) {
                out.writeStartObject();
                context.defaultSerializeField("path", place.path(), out);
                out.writeStringField("precision", place.precision());
                if (place.spot() != null) {
                    context.defaultSerializeField("spot", place.spot(), out);
                }
                if (place.exactSpot() != null) {
                    context.defaultSerializeField("exactSpot", place.exactSpot(), out);
                }
                out.writeEndObject();
            }
        }
    }

    private static final class ByShape extends JsonDeserializer<ClaimValue> {

        @Override
        public ClaimValue deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            if (node.isTextual()) {
                return new ClaimValue.Word(node.textValue());
            }
            if (node.isIntegralNumber()) {
                return new ClaimValue.Count(node.longValue());
            }
            if (node.has("sealed")) {
                return new ClaimValue.Text(context.readTreeAsValue(
                        node, context.getTypeFactory().constructParametricType(Protected.class, String.class)));
            }
            if (node.has("name")) {
                return new ClaimValue.Name(context.readTreeAsValue(
                        node.get("name"),
                        context.getTypeFactory().constructParametricType(Protected.class, PersonName.class)));
            }
            if (node.has("date")) {
                return context.readTreeAsValue(node, Occurred.class);
            }
            if (node.has("precision")) {
                return context.readTreeAsValue(node, Place.class);
            }
            if (node.has("least")) {
                return context.readTreeAsValue(node, ClaimValue.Range.class);
            }
            if (node.has("answer")) {
                return context.readTreeAsValue(node, ClaimValue.Answer.class);
            }
            return context.reportInputMismatch(ClaimValue.class, "a claim value of no known shape");
        }
    }
}
