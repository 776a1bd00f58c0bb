package dalil.command.source;

import dalil.command.Streams;
import dalil.command.record.Origins;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Origins as the sources' own streams tell them at this moment. */
public final class RegisteredOrigins implements Origins {

    private static final String NOT_RELATED = "none-known";

    private final EventStore events;

    /** @param events read with what the current unit of work is about to record */
    public RegisteredOrigins(EventStore events) {
        this.events = events;
    }

    @Override
    public Optional<String> whyNotIndependent(List<String> sources) {
        Map<String, String> sourceOf = new HashMap<>();
        for (String source : sources) {
            String origin = ultimate(source);
            if (origin == null) {
                return Optional.of("source " + source + " goes back to an unknown origin, which adds nothing");
            }
            String other = sourceOf.put(origin, source);
            if (other != null) {
                return Optional.of("sources " + other + " and " + source + " go back to the same origin");
            }
            for (Map.Entry<String, String> relation : told(source).related.entrySet()) {
                if (sources.contains(relation.getKey())) {
                    return Optional.of("sources " + source + " and " + relation.getKey() + " are stated to be related: "
                            + relation.getValue());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> chainTypes(String source) {
        List<String> types = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = source;
        while (seen.add(at)) {
            Told told = told(at);
            types.add(told.type);
            if (told.origin.equals(SourceFact.ORIGIN_SELF) || told.origin.equals(SourceFact.ORIGIN_UNKNOWN)) {
                break;
            }
            at = told.origin;
        }
        return types;
    }

    /** The source that is its own origin at the end of the chain; null if the chain ends nowhere. */
    private @Nullable String ultimate(String source) {
        Set<String> seen = new HashSet<>();
        String at = source;
        while (seen.add(at)) {
            String origin = told(at).origin;
            if (origin.equals(SourceFact.ORIGIN_SELF)) {
                return at;
            }
            if (origin.equals(SourceFact.ORIGIN_UNKNOWN)) {
                return null;
            }
            at = origin;
        }
        return null; // a circle: nobody is the origin
    }

    private Told told(String source) {
        Told told = new Told();
        for (Object fact : facts(source)) {
            if (fact instanceof SourceFact.Registered registered) {
                told.type = registered.type();
                told.origin = registered.origin();
            } else if (fact instanceof SourceFact.OriginCorrected corrected) {
                told.origin = corrected.origin();
            } else if (fact instanceof SourceFact.IndependenceStated stated) {
                if (stated.basis().equals(NOT_RELATED)) {
                    told.related.remove(stated.other());
                } else {
                    told.related.put(stated.other(), stated.basis());
                }
            }
        }
        return told;
    }

    private List<Object> facts(String source) {
        return events.readEvents(Streams.source(source))
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    /** What a source's stream says about where it stands. */
    private static final class Told {
        private String type = "";
        private String origin = SourceFact.ORIGIN_UNKNOWN;
        private final Map<String, String> related = new HashMap<>();
    }
}
