package dalil.query.figure;

import dalil.events.source.SourceFact;
import dalil.query.record.answer.RecordedFact;
import dalil.query.record.answer.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sources are called. Names are protected: they are read from the ledger for one answer and kept nowhere else. */
final class SourceNames {

    private final Streams streams;
    private final Map<String, @Nullable String> known = new HashMap<>();

    /** For one answer. */
    SourceNames(Streams streams) {
        this.streams = streams;
    }

    /** The name of a source as of an index; null where it is not on record or was erased. */
    @Nullable String of(String source, long index) {
        if (!known.containsKey(source)) {
            known.put(source, read(source, index));
        }
        return known.get(source);
    }

    private @Nullable String read(String source, long index) {
        List<RecordedFact> facts = streams.stream("source/" + source, index + 1);
        return !facts.isEmpty() && facts.get(0).fact() instanceof SourceFact.Registered registered
                ? registered.name().value().orElse(null)
                : null;
    }
}
