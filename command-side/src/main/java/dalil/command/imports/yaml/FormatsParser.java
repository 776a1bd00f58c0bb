package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.HourFormat;
import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.WordMap;
import dalil.command.imports.profile.WordMap.Otherwise;
import dalil.events.claim.Attributes;
import dalil.events.vocabulary.Vocabularies;
import dalil.events.vocabulary.Vocabulary;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dates:}, {@code hours:} and {@code vocabulary:}: what the publisher's words mean. */
final class FormatsParser {

    private FormatsParser() {}

    static DateFormat dates(String name, Entry entry) {
        ZoneId zone = null;
        Entry formats = entry;
        if (entry.isSection()) {
            Section section = entry.section().only("zone", "formats");
            zone = zone(section.get("zone"));
            formats = section.need("formats", "a list of patterns");
        }
        DateFormat.Builder format = new DateFormat.Builder(name, zone);
        for (Entry way : formats.list()) {
            if (way.isText()) {
                pattern(format, way, way.words(), "");
            } else {
                way(format, way.section().only("pattern", "mark", "words", "undated"));
            }
        }
        return format.build();
    }

    private static void way(DateFormat.Builder format, Section section) {
        Entry words = section.get("words");
        if (words != null) {
            Entry undated = section.need("undated", "words that stand for no date are followed by undated: true");
            if (!undated.yesOrNo() || section.has("pattern") || section.has("mark")) {
                throw section.wrong("{words: [...], undated: true} or {pattern: ..., mark: ...} was expected");
            }
            format.undated(words.texts());
            return;
        }
        Entry pattern =
                section.need("pattern", "a pattern such as \"{day}.{month}.{year}\", or words: with undated: true");
        pattern(format, pattern, pattern.words(), mark(section.get("mark")));
    }

    private static String mark(@Nullable Entry entry) {
        if (entry == null) {
            return "";
        }
        return switch (entry.text()) {
            case "approximate" -> "~";
            case "uncertain" -> "?";
            case "both" -> "%";
            default -> throw entry.wrong("approximate, uncertain or both was expected");
        };
    }

    private static void pattern(DateFormat.Builder format, Entry at, String pattern, String mark) {
        try {
            switch (pattern) {
                case "iso" -> format.iso(mark);
                case "edtf" -> format.edtf(mark);
                default -> format.pattern(pattern, mark);
            }
        } catch (IllegalArgumentException wrong) {
            throw at.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static @Nullable ZoneId zone(@Nullable Entry entry) {
        try {
            return entry == null ? null : ZoneId.of(entry.words());
        } catch (DateTimeException unknown) {
            throw entry.wrong("a time zone was expected, such as Asia/Bishkek");
        }
    }

    static HourFormat hours(String name, Entry entry) {
        HourFormat.Builder format = new HourFormat.Builder(name);
        for (Entry way : entry.list()) {
            try {
                if (way.isText()) {
                    format.pattern(way.words(), HourFormat.Means.MOMENT, false);
                    continue;
                }
                Section section = way.section().only("pattern", "means", "about", "words", "untimed");
                if (section.has("words")) {
                    untimed(format, section);
                    continue;
                }
                Entry means = section.get("means");
                Entry about = section.get("about");
                format.pattern(
                        section.need("pattern", "a pattern such as \"{hour}:{minute}\"")
                                .words(),
                        means == null ? HourFormat.Means.MOMENT : means.oneOf(HourFormat.Means.class),
                        about != null && about.yesOrNo());
            } catch (IllegalArgumentException wrong) {
                throw way.wrong(String.valueOf(wrong.getMessage()));
            }
        }
        return format.build();
    }

    private static void untimed(HourFormat.Builder format, Section section) {
        Entry untimed = section.need("untimed", "words that stand for no hour are followed by untimed: true");
        if (!untimed.yesOrNo() || section.has("pattern") || section.has("means") || section.has("about")) {
            throw section.wrong("{words: [...], untimed: true} or {pattern: ..., means: ..., about: ...} was expected");
        }
        format.untimed(section.need("words", "").texts());
    }

    static WordMap vocabulary(String name, Entry entry) {
        Section section = entry.section().only("list", "otherwise", "label", "codes");
        Entry list = section.get("list");
        Vocabulary vocabulary = list == null
                ? null
                : Vocabularies.find(list.text())
                        .orElseThrow(() -> list.wrong("there is no list of this name; there are "
                                + String.join(
                                        ", ",
                                        Vocabularies.all().stream()
                                                .map(Vocabulary::name)
                                                .toList())));
        Map<String, String> codes = new HashMap<>();
        section.need("codes", "our words, each with the publisher's words for it")
                .section()
                .all()
                .forEach((code, words) -> {
                    if (vocabulary != null && !vocabulary.has(code)) {
                        throw words.wrong(code + " is no word of the list " + vocabulary.name() + "; its words are "
                                + String.join(
                                        ", ",
                                        vocabulary.terms().stream()
                                                .map(term -> term.code())
                                                .toList()));
                    }
                    for (String word : words.texts()) {
                        String before = codes.put(PlainWord.of(word), code);
                        if (before != null) {
                            throw words.wrong(
                                    "the word " + word + " stands here for " + code + " and elsewhere for " + before);
                        }
                    }
                });
        Entry otherwise = section.get("otherwise");
        Entry label = section.get("label");
        return new WordMap(
                name,
                list == null ? null : list.text(),
                otherwise == null ? Otherwise.LABEL : otherwise.oneOf(Otherwise.class),
                label == null ? isOfARecord(list) : label.yesOrNo(),
                Map.copyOf(codes));
    }

    /** Words for attributes of records are kept as labels, but for those that tell who somebody is; words for sources are not. */
    private static boolean isOfARecord(@Nullable Entry list) {
        return list != null
                && Attributes.all().stream()
                        .anyMatch(attribute -> list.text().equals(attribute.list()) && !attribute.isIdentifying());
    }

    static List<String> nulls(@Nullable Entry entry) {
        return entry == null ? List.of() : entry.texts();
    }
}
