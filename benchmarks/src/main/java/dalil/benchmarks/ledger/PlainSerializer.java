package dalil.benchmarks.ledger;

import dalil.events.FactSections;
import dalil.ledger.axon.FactSerializer;
import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * {@link FactSerializer} for stores that take one run of bytes or characters: the very same JSON, made and read by the same code.
 */
final class PlainSerializer implements Serializer {

    private final FactSerializer facts = new FactSerializer(Noted.CATALOGUE);

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == byte[].class || representation == String.class;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object instanceof MetaData) {
            byte[] meta = facts.serialize(object, byte[].class).getData();
            return new SerializedMetaData<>(as(meta, representation), representation);
        }
        SerializedObject<FactSections> payload = facts.serialize(object, FactSections.class);
        return new SimpleSerializedObject<>(
                as(payload.getData().payload(), representation), representation, payload.getType());
    }

    private static <T> T as(byte[] json, Class<T> representation) {
        return representation.cast(representation == String.class ? new String(json, StandardCharsets.UTF_8) : json);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] json = serialized.getData() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : (byte[]) serialized.getData();
        return SerializedMetaData.isSerializedMetaData(serialized)
                ? facts.deserialize(new SerializedMetaData<>(json, byte[].class))
                : facts.deserialize(new SimpleSerializedObject<>(
                        new FactSections(json, null), FactSections.class, serialized.getType()));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return facts.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        return facts.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return facts.getConverter();
    }
}
