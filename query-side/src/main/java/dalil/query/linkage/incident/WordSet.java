package dalil.query.linkage.incident;

import dalil.query.linkage.NameFolding;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which words a text has, as numbers that nobody can read back: the first letters of each word, in Latin script, so that endings
 * and the script make no difference.
 */
final class WordSet {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final int SHORTEST = 2;
    private static final int STEM = 6;
    private static final int MOST = 400;

    private final int[] words;

    private WordSet(int[] words) {
        this.words = words;
    }

    static WordSet of(Collection<String> texts) {
        return new WordSet(texts.stream()
                .flatMap(text ->
                        BETWEEN_WORDS.splitAsStream(NameFolding.latin(text).replace('y', 'i')))
                .filter(word -> word.length() >= SHORTEST)
                .limit(MOST)
                .mapToInt(
                        word -> word.substring(0, Math.min(STEM, word.length())).hashCode())
                .sorted()
                .distinct()
                .toArray());
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    int size() {
        return words.length;
    }

    IntStream stream() {
        return Arrays.stream(words);
    }

    /** Those that are in the other too. */
    IntStream shared(WordSet other) {
        IntStream.Builder shared = IntStream.builder();
        for (int i = 0, j = 0; i < words.length && j < other.words.length; ) {
            if (words[i] == other.words[j]) {
                shared.add(words[i]);
                i++;
                j++;
            } else if (words[i] < other.words[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared.build();
    }
}
