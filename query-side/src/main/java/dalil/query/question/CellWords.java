package dalil.query.question;

import dalil.events.vocabulary.Vocabularies;
import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
import dalil.query.unit.PlacePath;
import dalil.query.unit.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How cells are told: from the words of a question to keys, and from a key to what an answer says. */
final class CellWords {

    private static final Set<String> IN_PLACE_OF_A_VALUE = Set.of(Words.NOT_STATED, Words.CONTESTED, Words.UNDATED);
    private static final String ANSWERS = "answer";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final int HOUR_TEXT = 13;
    private static final int DATE_TEXT = 10;
    private static final List<String> LEVELS = List.of("country", "region", "district", "settlement");

    private final Words words;

    CellWords(Words words) {
        this.words = words;
    }

    /** The keys of one value of a question; none where no fact ever used the word. */
    List<Integer> keys(Dimension dimension, String value) {
        String plain = Given.plain(value);
        if (dimension.isTime()) {
            return timeKeys(dimension, plain);
        }
        if (dimension.form() == Dimension.Form.PLACE) {
            return placeKeys(dimension, value, plain);
        }
        if (dimension.form() == Dimension.Form.NUMBER) {
            return List.of(number(dimension, plain));
        }
        if (dimension.list() != null && !isSpecial(plain) && !has(dimension.list(), plain)) {
            throw new BadQuestion(
                    dimension.name(),
                    "unknown-word",
                    "not a code of the list " + dimension.list() + " or one of its cells; see /api/vocabularies/"
                            + dimension.list());
        }
        Integer key = words.find(plain);
        return key == null ? List.of() : List.of(key);
    }

    private static int number(Dimension dimension, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new BadQuestion(dimension.name(), "bad-number", "a whole number from 0, such as 2");
        }
        return Integer.parseInt(value);
    }

    private List<Integer> timeKeys(Dimension dimension, String value) {
        if (isSpecial(value)) {
            Integer word = words.find(value);
            return word == null ? List.of() : List.of(DayKeys.WORDS + word);
        }
        try {
            return List.of(
                    switch (dimension.form()) {
                        case DAY -> DayKeys.day(LocalDate.parse(value));
                        case MONTH -> month(YearMonth.parse(value));
                        default -> hour(value);
                    });
        } catch (DateTimeException notATime) {
            throw new BadQuestion(
                    dimension.name(),
                    "bad-date",
                    "written as 2020-10-05 for a day, 2020-10 for a month, 2020-10-05T21 for an hour");
        }
    }

    private static int month(YearMonth month) {
        return DayKeys.month(month.getYear(), month.getMonthValue());
    }

    private static int hour(String value) {
        if (value.length() != HOUR_TEXT || value.charAt(DATE_TEXT) != 'T') {
            throw new DateTimeException("not an hour");
        }
        try {
            int hour = Integer.parseInt(value.substring(DATE_TEXT + 1));
            if (hour < 0 || hour >= DayKeys.HOURS) {
                throw new DateTimeException("not an hour");
            }
            return DayKeys.hour(DayKeys.day(LocalDate.parse(value.substring(0, DATE_TEXT))), hour);
        } catch (NumberFormatException notAnHour) {
            throw new DateTimeException("not an hour", notAnHour);
        }
    }

    private List<Integer> placeKeys(Dimension dimension, String value, String plain) {
        List<String> names = PlacePath.names(value);
        if (names.size() == 1 && isSpecial(plain)) {
            Integer key = words.find(plain);
            return key == null ? List.of() : List.of(key);
        }
        if (names.size() == 1) {
            return named(dimension.level(), plain::equals);
        }
        if (names.size() != dimension.level()) {
            throw new BadQuestion(
                    dimension.name(), "bad-place", "a name, or the whole path from the country down, joined by /");
        }
        Integer key = words.find(PlacePath.word(names, names.size()));
        return key == null ? List.of() : List.of(key);
    }

    /** Every place of that name at a level, whatever it lies in. Labels look alike but stand in no place's cells. */
    List<Integer> named(int level, Predicate<String> name) {
        List<Integer> keys = new ArrayList<>();
        for (String word : words.all()) {
            List<String> names = PlacePath.names(word);
            if (names.size() == level && name.test(names.get(level - 1))) {
                keys.add(words.number(word));
            }
        }
        return keys;
    }

    /** The key of a path from the top; null where no fact ever told it. */
    @Nullable Integer path(List<String> names) {
        return words.find(PlacePath.word(names, names.size()));
    }

    private static boolean isSpecial(String value) {
        return IN_PLACE_OF_A_VALUE.contains(value) || has(ANSWERS, value);
    }

    private static boolean has(String list, String code) {
        return Vocabularies.find(list).map(terms -> terms.has(code)).orElse(false);
    }

    /** What an answer says of a cell: of a place all levels down to it, of anything else its word. */
    Map<String, String> told(Dimension dimension, int key) {
        String word = word(dimension, key);
        if (dimension.form() != Dimension.Form.PLACE) {
            return Map.of(dimension.name(), word);
        }
        List<String> names = PlacePath.names(word);
        if (names.size() != dimension.level()) {
            return Map.of(dimension.name(), word);
        }
        Map<String, String> told = new LinkedHashMap<>();
        for (int level = 0; level < names.size(); level++) {
            told.put(LEVELS.get(level), names.get(level));
        }
        return told;
    }

    /** The value of a filter that finds the units of a cell. */
    String filter(Dimension dimension, int key) {
        String word = word(dimension, key);
        return dimension.form() == Dimension.Form.PLACE ? word : Given.escaped(word);
    }

    private String word(Dimension dimension, int key) {
        if (dimension.form() == Dimension.Form.NUMBER) {
            return Integer.toString(key);
        }
        if (!dimension.isTime()) {
            return words.word(key);
        }
        if (key >= DayKeys.WORDS) {
            return words.word(key - DayKeys.WORDS);
        }
        return switch (dimension.form()) {
            case DAY -> DayKeys.date(key).toString();
            case MONTH -> DayKeys.yearMonth(key).toString();
            default -> "%sT%02d".formatted(DayKeys.date(key / DayKeys.HOURS), key % DayKeys.HOURS);
        };
    }
}
