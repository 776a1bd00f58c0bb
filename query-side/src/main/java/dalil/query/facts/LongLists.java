package dalil.query.facts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Some numbers for each of many numbers, in little memory. */
final class LongLists {

    private static final long[] NONE = {};

    private final Map<Long, long[]> lists = new HashMap<>();

    void add(long key, long value) {
        long[] before = lists.getOrDefault(key, NONE);
        for (long known : before) {
            if (known == value) {
                return;
            }
        }
        long[] longer = Arrays.copyOf(before, before.length + 1);
        longer[before.length] = value;
        lists.put(key, longer);
    }

    /** In the order in which they were added; nothing else may change it. */
    long[] of(long key) {
        return lists.getOrDefault(key, NONE);
    }
}
