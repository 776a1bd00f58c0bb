package dalil.benchmarks.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Prepared streams by chance, each loaded and decoded as a command does it: the snapshot if there is one, then the events. */
final class Loading {

    private Loading() {}

    static Map<String, Double> run(EventStorageEngine engine, long streams, int readers, long millis)
            throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                SplittableRandom random = new SplittableRandom(begin + i);
                running.add(threads.submit(() -> load(engine, streams, random, end)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> one : running) {
                all.addAll(one.get());
            }
            double taken = (System.nanoTime() - begin) / 1e9;
            Map<String, Double> figures = new TreeMap<>();
            figures.put("per second", all.count() / taken);
            all.into(figures);
            return figures;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a reader failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Latencies load(EventStorageEngine engine, long streams, SplittableRandom random, long end) {
        Latencies latencies = new Latencies();
        for (long now = System.nanoTime(); now < end; ) {
            String stream = NotedEvents.prepared(random.nextLong(streams));
            engine.readSnapshot(stream);
            DomainEventStream events = engine.readEvents(stream);
            int read = 0;
            while (events.hasNext()) {
                if (events.next().getPayload() instanceof Noted) {
                    read++;
                }
            }
            if (read != NotedEvents.A_STREAM) {
                throw new IllegalStateException(stream + " has " + read + " events");
            }
            long after = System.nanoTime();
            latencies.add(after - now);
            now = after;
        }
        return latencies;
    }
}
