package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.Changes;
import dalil.command.imports.profile.Take;
import dalil.command.imports.profile.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code changes:}: a file whose lines add, amend and remove records. */
final class ChangesParser {

    private final Names names;
    private final Set<String> words = new HashSet<>();

    ChangesParser(Names names) {
        this.names = names;
    }

    Changes changes(Section section) {
        section.only("op", "added", "amended", "removed", "record", "changed", "version");
        ValueParser values = new ValueParser(names, List.of());
        Entry version =
                section.need("version", "the column that is the same in all lines of one version, such as a time");
        Entry dates = version.isSection() ? version.section().get("dates") : null;
        Value.OfColumn column = version.isSection()
                ? values.column(version.section().only("column", "dates"))
                : values.ofColumn(version);
        if (section.has("changed") && !section.has("record")) {
            throw section.need("changed", "").wrong("record: says where the whole record stands that is changed");
        }
        return new Changes(
                values.ofColumn(section.need("op", "the column that says what a line does")),
                words(section, "added"),
                words(section, "amended"),
                words(section, "removed"),
                section.text("record", ""),
                section.text("changed", ""),
                new Value.OfColumn(column.column(), "", new Take.Whole(), List.of(), column.answers(), null, null),
                dates == null ? DateFormat.ISO : names.dates(dates));
    }

    /** The publisher's words; the name of the key where there are none. */
    private Set<String> words(Section section, String key) {
        Entry entry = section.get(key);
        List<String> texts = entry == null ? List.of(key) : entry.texts();
        Set<String> plain = texts.stream().map(PlainWord::of).collect(Collectors.toUnmodifiableSet());
        for (String word : plain) {
            if (!words.add(word)) {
                throw section.wrong("the word " + word + " stands for two things that a line does");
            }
        }
        return plain;
    }
}
