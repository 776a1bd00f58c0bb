package dalil.query.byhand;

import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sources are, and from whom they have it. */
final class Origins {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> from = new HashMap<>();

    void take(SourcedFact sourced) {
        String stream = sourced.stream();
        if (stream != null && sourced.fact() instanceof SourceFact.Registered registered) {
            types.put(registered.id(), registered.type());
            from.put(registered.id(), registered.origin());
        } else if (stream != null && sourced.fact() instanceof SourceFact.OriginCorrected corrected) {
            from.put(stream.substring("source/".length()), corrected.origin());
        }
    }

    String type(String source) {
        return types.getOrDefault(source, "not-stated");
    }

    /** How many ultimate origins some sources have; one that nobody knows adds nothing. */
    int count(Set<String> sources) {
        return sources.stream()
                .map(this::ultimate)
                .filter(origin -> origin != null)
                .collect(Collectors.toSet())
                .size();
    }

    private @Nullable String ultimate(String source) {
        Set<String> passed = new HashSet<>();
        for (String at = source; at != null && passed.add(at); at = from.get(at)) {
            if ("self".equals(from.get(at)) || at.equals(from.get(at))) {
                return at;
            }
        }
        return null;
    }
}
