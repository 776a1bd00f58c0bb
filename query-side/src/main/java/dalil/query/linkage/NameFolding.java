package dalil.query.linkage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings spellings of one name together: Kyrgyz and Russian letters and their usual Latin forms become one skeleton, endings that only
 * say man, woman or child of are taken off, and the order of the parts does not count. Two names that meet here need not be one.
 */
public final class NameFolding {

    private static final Map<Character, String> LETTERS = letters();
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    /** Son of, daughter of, and the like: they stand between the names and say nothing of which person it is. */
    private static final Set<String> PARTICLES = Set.of(
            "ulu", "uulu", "uul", "kizi", "kyzy", "kizy", "kyzi", "ogli", "oglu", "ogly", "tegin", "bek", "byke");

    private static final List<String> ENDINGS =
            List.of("evich", "ovich", "ievna", "ovna", "evna", "ova", "eva", "ina", "ov", "ev", "in");
    private static final int SHORTEST_STEM = 3;
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private NameFolding() {}

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        String from = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөүіғқһҳў";
        String[] to = {
            "a", "b", "v", "g", "d", "e", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
            "f", "h", "ts", "ch", "sh", "sh", "", "i", "", "e", "iu", "ia", "n", "o", "u", "i", "g", "k", "h", "h", "u"
        };
        for (int i = 0; i < to.length; i++) {
            letters.put(from.charAt(i), to[i]);
        }
        return letters;
    }

    /** The parts of a name that tell a person, folded; sorted, so that their order does not count. */
    public static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String word : NOT_A_LETTER.split(latin(name))) {
            String part = skeleton(word);
            if (!part.isEmpty() && !PARTICLES.contains(word) && !PARTICLES.contains(part)) {
                parts.add(part);
            }
        }
        parts.sort(null);
        return parts;
    }

    /** A text in small Latin letters, word for word as it is written. */
    public static String latin(String name) {
        StringBuilder latin = new StringBuilder();
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); i++) {
            if (composed.charAt(i) < FIRST_BEYOND_ASCII) {
                latin.append(composed.charAt(i));
                continue;
            }
            String letter = LETTERS.get(composed.charAt(i));
            if (letter == null) {
                // an accent or a dot above falls off: ö, ü, ş, č
                letter = Normalizer.normalize(composed.substring(i, i + 1), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace('ı', 'i');
            }
            latin.append(letter);
        }
        return latin.toString();
    }

    /** What is left when the ways of writing one sound are one, and endings are off. */
    private static String skeleton(String word) {
        String same = word.replace("dzh", "j")
                .replace("zh", "j")
                .replace("dj", "j")
                .replace("kh", "h")
                .replace("shch", "sh")
                .replace("sch", "sh")
                .replace("tch", "ch")
                .replace("ng", "n")
                .replace("gh", "g")
                .replace("ck", "k")
                .replace("ph", "f")
                .replace("q", "k")
                .replace("w", "v")
                .replace("x", "ks")
                .replace("yo", "io")
                .replace("yu", "iu")
                .replace("ya", "ia")
                .replace("ye", "e")
                .replace("ie", "e")
                .replace("y", "i")
                .replace("c", "k")
                .replace("kh", "ch");
        same = DOUBLED.matcher(same).replaceAll("$1");
        for (String ending : ENDINGS) {
            if (same.endsWith(ending) && same.length() - ending.length() >= SHORTEST_STEM) {
                return same.substring(0, same.length() - ending.length());
            }
        }
        return same;
    }
}
