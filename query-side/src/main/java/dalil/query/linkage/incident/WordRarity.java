package dalil.query.linkage.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** In how many texts each word is: what everybody writes says little of which incident it is. */
final class WordRarity {

    /** So many texts without any of these words are taken as read, so that a small register knows no common words too soon. */
    private static final int READ_BEFORE = 200;

    private final Map<Integer, Integer> texts = new HashMap<>();
    private int read;

    void add(WordSet text) {
        read++;
        text.stream().forEach(word -> texts.merge(word, 1, Integer::sum));
    }

    void remove(WordSet text) {
        read--;
        text.stream().forEach(word -> texts.computeIfPresent(word, (any, in) -> in == 1 ? null : in - 1));
    }

    /** How much these words say together: near 0 for words that are in every text. */
    double weight(IntStream words) {
        return words.mapToDouble(word -> Math.log((read + READ_BEFORE) / (texts.getOrDefault(word, 0) + 1.0)))
                .sum();
    }
}
