package dalil.query.unit;

import java.util.ArrayList;
import java.util.List;

/**
 * A place by its path from the country down, as one word: names joined by {@code /}, an empty name where a level is not stated. A
 * slash, a comma or a backslash within a name stands behind a backslash.
 */
public final class PlacePath {

    /** Country, region, district, settlement. */
    public static final int LEVELS = 4;

    private PlacePath() {}

    /** The word of a path down to a level, 1 to {@link #LEVELS}. */
    public static String word(List<String> path, int level) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < level; i++) {
            if (i > 0) {
                word.append('/');
            }
            word.append(escaped(i < path.size() ? path.get(i) : ""));
        }
        return word.toString();
    }

    /** The names in a word. */
    public static List<String> names(String word) {
        List<String> names = new ArrayList<>(LEVELS);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\' && i + 1 < word.length()) {
                name.append(word.charAt(++i));
            } else if (c == '/') {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }

    private static String escaped(String name) {
        if (name.indexOf('/') < 0 && name.indexOf(',') < 0 && name.indexOf('\\') < 0) {
            return name;
        }
        return name.replace("\\", "\\\\").replace("/", "\\/").replace(",", "\\,");
    }
}
