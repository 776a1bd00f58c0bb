package dalil.ledger.axon;

import dalil.events.FactCatalogue;
import dalil.events.FactMapper;
import dalil.events.FactSections;
import dalil.events.FactType;
import dalil.transparency.json.StringRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Facts as {@link FactSections} under their wire names, metadata as a flat record of strings. No Java name reaches the bytes, and
 * nothing outside the catalogue is written or read.
 */
public final class FactSerializer implements Serializer {

    private final FactCatalogue catalogue;
    private final FactMapper mapper;
    private final Converter converter = new ChainingConverter();

    public FactSerializer(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        this.mapper = new FactMapper(catalogue);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == FactSections.class || representation == byte[].class;
    }

    /** Facts as {@link FactSections}, metadata as bytes. */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object instanceof MetaData metaData) {
            return new SerializedMetaData<>(
                    representation.cast(StringRecord.format(strings(metaData))), representation);
        }
        if (object == null) {
            throw new SerializationException("a fact is not nothing");
        }
        return new SimpleSerializedObject<>(
                representation.cast(mapper.write(object)), representation, typeForClass(object.getClass()));
    }

    private static Map<String, String> strings(MetaData metaData) {
        Map<String, String> strings = new LinkedHashMap<>();
        metaData.forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new SerializationException("metadata " + name + " is not text");
            }
            strings.put(name, text);
        });
        return strings;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller's T is what it believes the type to be, as with any serializer of Axon
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (SerializedMetaData.isSerializedMetaData(serialized)) {
            byte[] bytes = converter.convert(serialized.getData(), serialized.getContentType(), byte[].class);
            return (T) MetaData.from(StringRecord.parse(bytes));
        }
        SerializedType type = serialized.getType();
        FactSections sections =
                converter.convert(serialized.getData(), serialized.getContentType(), FactSections.class);
        return (T) mapper.read(type.getName(), revision(type), sections.payload(), sections.sealed());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        try {
            return catalogue.named(type.getName(), revision(type)).payload();
        } catch (FactCatalogue.UnknownFact unknown) {
            return UnknownSerializedType.class;
        }
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            throw new SerializationException("a fact is not nothing");
        }
        FactType named = catalogue.of(type);
        return new SimpleSerializedType(named.name(), named.revision());
    }

    private static String revision(SerializedType type) {
        String revision = type.getRevision();
        return revision == null ? "" : revision;
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
