package dalil.benchmarks.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;

/** Fills a store with streams of {@link NotedEvents#A_STREAM} events, many side by side, and watches what the heap keeps. */
final class Preparing {

    /** Streams that grow at the same time; the events of one lie so far apart. */
    static final int AT_ONCE = 500;

    /** Before the number of a look at the heap: what a collection left then, in MiB. */
    static final String LOOK = "heap MiB ";

    private static final int LOOKS = 20;

    private Preparing() {}

    /** How many events a store gets if so many are asked for: whole rounds of streams. */
    static long rounded(long events) {
        long round = AT_ONCE * NotedEvents.A_STREAM;
        return Math.max(1, (events + round - 1) / round) * round;
    }

    /** Goes on where an earlier call ended. */
    static Map<String, Double> run(Contestant contestant, NotedEvents source, long wanted) {
        long events = rounded(wanted);
        long already = contestant.events();
        long round = AT_ONCE * NotedEvents.A_STREAM;
        long every = Math.max(1, events / round / LOOKS);
        List<Long> heap = new ArrayList<>();
        long begin = System.nanoTime();
        for (long done = already; done < events; done += round) {
            for (int sequence = 0; sequence < NotedEvents.A_STREAM; sequence++) {
                List<DomainEventMessage<?>> batch = new ArrayList<>(AT_ONCE);
                for (int i = 0; i < AT_ONCE; i++) {
                    batch.add(source.event(NotedEvents.prepared(done / NotedEvents.A_STREAM + i), sequence));
                }
                contestant.engine().appendEvents(batch);
            }
            if (done / round % every == 0) {
                heap.add(live());
            }
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("events", (double) (events - already));
        figures.put("per second", (events - already) / ((System.nanoTime() - begin) / 1e9));
        for (int look = 0; look < heap.size(); look++) {
            figures.put(LOOK + look, heap.get(look) / 1048576.0);
        }
        contestant.settle();
        return figures;
    }

    /** What a collection leaves. */
    @SuppressWarnings("DoNotCallSuggester")
    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
