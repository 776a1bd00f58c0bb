package dalil.benchmarks.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** One reader takes every event from the first on, as a processor that starts anew does, and decodes payload and metadata. */
final class Replaying {

    private Replaying() {}

    static Map<String, Double> run(EventStorageEngine engine, long most) {
        AtomicLong letters = new AtomicLong();
        long begin = System.nanoTime();
        long read;
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            read = events.limit(most)
                    .peek(event -> letters.addAndGet(
                            ((Noted) event.getPayload()).note().length()
                                    + event.getMetaData().size()))
                    .mapToLong(event -> 1)
                    .sum();
        }
        double taken = (System.nanoTime() - begin) / 1e9;
        if (letters.get() < read) {
            throw new IllegalStateException("events without content");
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("events", (double) read);
        figures.put("per second", read / taken);
        return figures;
    }
}
