package dalil.command.dataset;

import dalil.events.dataset.DatasetFact.Listed;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** At which version of a file of changes a dataset was last listed, as its own stream tells. */
public final class ListedVersions {

    private final EventStore events;

    public ListedVersions(EventStore events) {
        this.events = events;
    }

    /** @param stream of the dataset */
    public @Nullable String last(String stream) {
        return events.readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(Listed.class::isInstance)
                .map(fact -> ((Listed) fact).version())
                .reduce((before, after) -> after)
                .orElse(null);
    }
}
