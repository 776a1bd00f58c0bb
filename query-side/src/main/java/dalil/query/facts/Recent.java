package dalil.query.facts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was used last. */
final class Recent {

    private Recent() {}

    /** A map that forgets what was longest not used, as soon as it holds more than so many. */
    static <V> Map<String, V> most(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
