package dalil.ledger.mongo;

import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.mongo.form.BlockKeys;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.record.FactRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The facts of one stream. Each place in it is a key of the block that has it, and the places have no gap, so they are asked for by
 * name, some at a time, until one is not taken.
 */
final class StreamReading {

    private static final int FIRST_PLACES = 32;
    private static final int MOST_PLACES = 512;

    private final Blocks blocks;
    private final String stream;

    StreamReading(Blocks blocks, String stream) {
        this.blocks = blocks;
        this.stream = stream;
    }

    /** From a sequence on, in order, at most {@code max} and none from index {@code before} on. */
    List<StoredFact> facts(long fromSequence, long before, int max) {
        List<StoredFact> facts = new ArrayList<>();
        long next = fromSequence;
        int places = FIRST_PLACES;
        while (facts.size() < max) {
            SortedMap<Long, StoredBlock> found = at(next, places);
            if (found.isEmpty() && facts.isEmpty()) {
                OptionalLong begin = begin();
                if (begin.isEmpty() || begin.getAsLong() <= next) {
                    return facts;
                }
                next = begin.getAsLong();
                continue;
            }
            for (var place : found.entrySet()) {
                StoredFact fact = fact(place.getValue(), place.getKey());
                if (!facts.isEmpty() && place.getKey() != next) {
                    throw IntegrityFault.at(fact.index(), "found as " + stream + "#" + next + ", which it is not");
                }
                if (fact.index() >= before || facts.size() == max) {
                    return facts;
                }
                facts.add(fact);
                next = place.getKey() + 1;
            }
            if (found.size() < places) {
                return facts;
            }
            places = Math.min(MOST_PLACES, places * 4);
        }
        return facts;
    }

    /** The highest sequence; empty if no fact is in the stream. */
    OptionalLong last() {
        OptionalLong begin = begin();
        if (begin.isEmpty()) {
            return begin;
        }
        long last = begin.getAsLong();
        for (int places = FIRST_PLACES; ; places = MOST_PLACES) {
            SortedMap<Long, StoredBlock> found = taken(last + 1, places);
            if (found.isEmpty()) {
                return OptionalLong.of(last);
            }
            last = found.lastKey();
            if (found.size() < places) {
                return OptionalLong.of(last);
            }
        }
    }

    boolean exists() {
        return !blocks.taken(List.of(BlockKeys.beginning(stream))).isEmpty();
    }

    private OptionalLong begin() {
        return blocks.holding(List.of(BlockKeys.beginning(stream))).stream()
                .flatMapToLong(block -> LongStream.range(block.first(), block.end())
                        .mapToObj(block::record)
                        .filter(record -> stream.equals(record.stream()))
                        .mapToLong(FactRecord::sequence))
                .min();
    }

    private SortedMap<Long, StoredBlock> at(long from, int places) {
        Map<String, Long> asked = keys(from, places);
        return placed(blocks.holding(List.copyOf(asked.keySet())), asked);
    }

    private SortedMap<Long, StoredBlock> taken(long from, int places) {
        Map<String, Long> asked = keys(from, places);
        return placed(blocks.taken(List.copyOf(asked.keySet())), asked);
    }

    private Map<String, Long> keys(long from, int places) {
        Map<String, Long> keys = new HashMap<>();
        for (long sequence = from; sequence < from + places; sequence++) {
            keys.put(BlockKeys.place(stream, sequence), sequence);
        }
        return keys;
    }

    /** Which of the places are taken, and by which block. */
    private static SortedMap<Long, StoredBlock> placed(List<StoredBlock> found, Map<String, Long> asked) {
        SortedMap<Long, StoredBlock> placed = new TreeMap<>();
        for (StoredBlock block : found) {
            for (String key : block.keys()) {
                Long sequence = asked.get(key);
                if (sequence != null) {
                    placed.put(sequence, block);
                }
            }
        }
        return placed;
    }

    /** The fact that a block must have, since its keys say so. */
    private StoredFact fact(StoredBlock block, long sequence) {
        for (long index = block.first(); index < block.end(); index++) {
            FactRecord record = block.record(index);
            if (stream.equals(record.stream()) && record.sequence() == sequence) {
                return block.fact(index);
            }
        }
        throw IntegrityFault.at(block.first(), "the block from here says it has " + stream + "#" + sequence);
    }
}
