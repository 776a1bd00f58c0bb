package dalil.command.imports.dates;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of months in English, Russian and Kyrgyz, whole or shortened. */
final class MonthNames {

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    static Optional<Integer> number(String name) {
        return Optional.ofNullable(NUMBERS.get(plain(name)));
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put("sept", 9);
        for (String language : List.of("en", "ru", "ky")) {
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    String name = month.getDisplayName(style, Locale.forLanguageTag(language));
                    numbers.putIfAbsent(plain(name), month.getValue());
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
