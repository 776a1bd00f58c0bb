package dalil.command.dataset;

import dalil.events.dataset.DatasetFact.Listed;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** What datasets list, as their own streams tell. */
public final class Listings {

    private final EventStore events;

    public Listings(EventStore events) {
        this.events = events;
    }

    /** @param stream of the dataset */
    public ListedBefore last(String stream) {
        String asOf = null;
        String version = null;
        Set<String> ids = new HashSet<>();
        Iterator<?> facts = events.readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .iterator();
        while (facts.hasNext()) {
            @Nullable Object fact = facts.next();
            if (fact instanceof Listed listed) {
                asOf = listed.asOf();
                version = listed.version();
                ids.addAll(listed.added());
                listed.noLonger().forEach(ids::remove);
            }
        }
        return new ListedBefore(asOf, version, ids);
    }
}
