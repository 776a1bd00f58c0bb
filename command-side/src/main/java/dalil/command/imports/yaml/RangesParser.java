package dalil.command.imports.yaml;

import dalil.command.imports.numbers.RangeFormat;
import dalil.command.imports.numbers.RangeFormat.Stated;
import dalil.events.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** {@code ranges:}: how a publisher writes numbers in words. */
final class RangesParser {

    private RangesParser() {}

    /** @param thousands what stands between groups of digits; empty if nothing */
    static RangeFormat ranges(String name, Entry entry, String thousands) {
        RangeFormat.Builder format = new RangeFormat.Builder(name, thousands);
        for (Entry way : entry.list()) {
            try {
                if (way.isText()) {
                    format.pattern(way.words(), new Stated(null, null, null));
                } else {
                    way(format, way.section().only("pattern", "words", "least", "greatest", "answer"));
                }
            } catch (IllegalArgumentException wrong) {
                throw way.wrong(String.valueOf(wrong.getMessage()));
            }
        }
        return format.build();
    }

    private static void way(RangeFormat.Builder format, Section section) {
        if (section.has("pattern") == section.has("words")) {
            throw section.wrong("a pattern such as \"{least}-{greatest}\" was expected, or words, and not both");
        }
        Stated stated = new Stated(
                number(section.get("least")), number(section.get("greatest")), answer(section.get("answer")));
        if (section.has("pattern")) {
            format.pattern(section.need("pattern", "").words(), stated);
        } else {
            format.words(section.need("words", "").texts(), stated);
        }
    }

    private static @Nullable Long number(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        if (!entry.text().matches("[0-9]{1,15}")) {
            throw entry.wrong("a whole number was expected");
        }
        return Long.valueOf(entry.text());
    }

    private static @Nullable String answer(@Nullable Entry entry) {
        if (entry != null && !Vocabularies.find("answer").orElseThrow().has(entry.text())) {
            throw entry.wrong("one of unknown, not-asked, refused, none was expected");
        }
        return entry == null ? null : entry.text();
    }
}
