package dalil.query.facts;

import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.unit.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sort of source each is; it never changes. The ones asked for last are remembered. */
final class SourceTypes {

    private final FactSource source;
    private final Map<String, String> types;

    SourceTypes(FactSource source, int most) {
        this.source = source;
        this.types = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > most;
            }
        };
    }

    /** The number of the word for a source's type; a source that is not on record has none. */
    int of(String id, Words words) {
        String type = types.get(id);
        if (type == null) {
            type = read(id);
            types.put(id, type);
        }
        return words.number(type);
    }

    /** Passing by on the way. */
    void know(SourceFact.Registered registered) {
        types.put(registered.id(), registered.type());
    }

    private String read(String id) {
        List<SourcedFact> facts = source.stream("source/" + id, Long.MAX_VALUE);
        return !facts.isEmpty() && facts.get(0).fact() instanceof SourceFact.Registered registered
                ? registered.type()
                : Words.NOT_STATED;
    }
}
