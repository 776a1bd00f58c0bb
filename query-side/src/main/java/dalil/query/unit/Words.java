package dalil.query.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A number for every word that units are counted by, so that nothing is ever counted by text. Words are never forgotten; one thread
 * adds, all may read.
 */
public final class Words {

    /** No live claim says anything about it. */
    public static final String NOT_STATED = "not-stated";
    /** Live claims differ and none holds. */
    public static final String CONTESTED = "contested";
    /** No live claim says when it was. */
    public static final String UNDATED = "undated";

    static final int NOT_STATED_KEY = 0;
    static final int CONTESTED_KEY = 1;
    static final int UNDATED_KEY = 2;

    /** A word and its number. */
    public record Numbered(int number, String word) {}

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> words = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Numbered> fresh = new ConcurrentLinkedQueue<>();

    /** Words of an empty table. */
    public Words() {
        number(NOT_STATED);
        number(CONTESTED);
        number(UNDATED);
    }

    /** Words as a table holds them. */
    public Words(Map<Integer, String> held) {
        this();
        held.forEach((number, word) -> {
            words.put(number, word);
            numbers.put(word, number);
        });
        fresh.removeIf(numbered -> held.containsKey(numbered.number()));
    }

    /** The number of a word, made if it has none. */
    public int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        words.put(number, word);
        numbers.put(word, number);
        fresh.add(new Numbered(number, word));
        return number;
    }

    /** The number of a word; null if no fact ever used it. */
    public @Nullable Integer find(String word) {
        return numbers.get(word);
    }

    /** The word of a number. */
    public String word(int number) {
        String word = words.get(number);
        if (word == null) {
            throw new IllegalStateException("no word has the number " + number);
        }
        return word;
    }

    /** All words. */
    public Set<String> all() {
        return Set.copyOf(numbers.keySet());
    }

    /** Every word that was not taken before. */
    public List<Numbered> takeFresh() {
        List<Numbered> taken = new ArrayList<>();
        for (Numbered next = fresh.poll(); next != null; next = fresh.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
