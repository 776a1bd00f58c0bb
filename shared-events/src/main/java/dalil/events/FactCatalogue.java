package dalil.events;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which Java class stands for which name on the wire. A class or a name that is not listed cannot be written or read. */
public final class FactCatalogue {

    private final Map<Class<?>, FactType> byClass = new LinkedHashMap<>();
    private final Map<String, FactType> byName = new LinkedHashMap<>();

    private FactCatalogue(List<FactType> types) {
        for (FactType type : types) {
            if (byClass.put(type.payload(), type) != null
                    || byName.put(key(type.name(), type.revision()), type) != null) {
                throw new IllegalArgumentException("listed twice: " + type);
            }
        }
    }

    /** A catalogue of these types; a class or a name listed twice is an error. */
    public static FactCatalogue of(List<FactType> types) {
        return new FactCatalogue(types);
    }

    /** The type of this class; {@link UnknownFact} if it is not in the catalogue. */
    public FactType of(Class<?> payload) {
        FactType type = byClass.get(payload);
        if (type == null) {
            throw new UnknownFact("no fact type is listed for " + payload.getName());
        }
        return type;
    }

    /** The type of this name and revision; {@link UnknownFact} if it is not in the catalogue. */
    public FactType named(String name, String revision) {
        FactType type = byName.get(key(name, revision));
        if (type == null) {
            throw new UnknownFact("no fact type is listed as " + key(name, revision));
        }
        return type;
    }

    /** All types, in the order they were listed. */
    public Collection<FactType> all() {
        return Collections.unmodifiableCollection(byClass.values());
    }

    private static String key(String name, String revision) {
        return name + " revision " + revision;
    }

    /** A class or name that the catalogue does not list. */
    public static final class UnknownFact extends RuntimeException {
        UnknownFact(String message) {
            super(message);
        }
    }
}
