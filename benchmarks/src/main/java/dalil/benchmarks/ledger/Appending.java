package dalil.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import dalil.ledger.RequestInProgress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** So many writers, each with one event a commit, each waiting for its acknowledgement before the next. */
final class Appending {

    private static final int DIGEST = 32;

    private final EventStorageEngine engine;
    private final NotedEvents source;
    private final int writers;
    private final boolean requests;

    /** @param requests whether each append also records the request it answers, as the server's do; the ledger only */
    Appending(EventStorageEngine engine, NotedEvents source, int writers, boolean requests) {
        this.engine = engine;
        this.source = source;
        this.writers = writers;
        this.requests = requests;
    }

    /** Appends so many, or what a number of seconds takes if that is less. */
    Map<String, Double> run(long events, long seconds) throws InterruptedException {
        AtomicLong left = new AtomicLong(events);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = process.getProcessCpuTime();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(threads.submit(() -> write(left, end)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> one : running) {
                all.addAll(one.get());
            }
            double taken = (System.nanoTime() - begin) / 1e9;
            Map<String, Double> figures = new TreeMap<>();
            figures.put("events", (double) all.count());
            figures.put("per second", all.count() / taken);
            figures.put("processor us each", (process.getProcessCpuTime() - processor) / 1e3 / all.count());
            all.into(figures);
            return figures;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a writer failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies write(AtomicLong left, long end) {
        Latencies latencies = new Latencies();
        String stream = source.fresh();
        for (long sequence = 0; left.getAndDecrement() > 0 && System.nanoTime() < end; sequence++) {
            if (sequence == NotedEvents.A_STREAM) {
                stream = source.fresh();
                sequence = 0;
            }
            long begin = System.nanoTime();
            if (requests) {
                UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
                RequestInProgress.begin(unit, source.randomId(), source.randomBytes(DIGEST));
                engine.appendEvents(List.of(source.event(stream, sequence)));
                unit.commit();
            } else {
                engine.appendEvents(List.of(source.event(stream, sequence)));
            }
            latencies.add(System.nanoTime() - begin);
        }
        return latencies;
    }
}
