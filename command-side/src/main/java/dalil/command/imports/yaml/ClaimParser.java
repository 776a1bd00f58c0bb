package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.numbers.RangeFormat;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Condition;
import dalil.command.imports.profile.Value;
import dalil.command.imports.profile.WordMap;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code set:} sets: attributes by their name, and where their values come from. */
final class ClaimParser {

    /** What every claim may have beside its value. */
    private static final List<String> OF_A_CLAIM = List.of("words", "source", "occurred");

    private final Names names;
    private final ValueParser values;
    private final ConditionParser conditions;
    private final SayingParser sayings;

    ClaimParser(Names names, List<String> items) {
        this.names = names;
        this.values = new ValueParser(names, items);
        this.conditions = new ConditionParser(names, items);
        this.sayings = new SayingParser(names, items);
    }

    List<ClaimSpec> claims(Attribute.Of of, Section set) {
        List<ClaimSpec> claims = new ArrayList<>();
        set.all().forEach((name, entry) -> {
            Attribute attribute = Attributes.find(of, name)
                    .orElseThrow(() -> entry.wrong("no such attribute; there are "
                            + Attributes.all().stream()
                                    .filter(one -> one.of() == of)
                                    .map(Attribute::name)
                                    .collect(Collectors.joining(", "))));
            if (entry.isList() && !attribute.many()) {
                throw entry.wrong("the attribute has one value; for the first that there is write {first: [...]}");
            }
            entry.oneOrMore().forEach(one -> claims.add(claim(attribute, one)));
        });
        return claims;
    }

    private ClaimSpec claim(Attribute attribute, Entry entry) {
        if (entry.isText()) {
            return new ClaimSpec(attribute, form(attribute, entry), null, null, null, entry.line());
        }
        Section section = entry.section();
        Value words = null;
        Entry ownWords = section.get("words");
        if (ownWords != null) {
            words = values.value(ownWords);
            names.protect(words);
        }
        Entry source = section.get("source");
        Entry occurred = section.get("occurred");
        return new ClaimSpec(
                attribute,
                form(attribute, entry),
                words,
                source == null ? null : sayings.saying(source),
                occurred == null ? null : time(occurred),
                entry.line());
    }

    private ClaimSpec.Form form(Attribute attribute, Entry entry) {
        return switch (attribute.form()) {
            case PLACE -> new PlaceParser(names, values).place(entry);
            case OCCURRED -> time(entry);
            case RANGE -> range(entry, attribute.name());
            case NAME -> name(entry);
            case TEXT -> {
                Value text = plain(entry);
                names.protect(text);
                yield new ClaimSpec.Plain(text);
            }
            case CODE -> {
                Value code = plain(entry);
                checkCodes(entry, attribute, code);
                yield new ClaimSpec.Plain(code);
            }
            case WORD, COUNT -> {
                Value open = plain(entry);
                names.refuseProtected(entry, open, attribute.name());
                yield new ClaimSpec.Plain(open);
            }
        };
    }

    private Value plain(Entry entry) {
        return entry.isText() ? values.ofColumn(entry) : values.value(only(entry));
    }

    private static Section only(Entry entry, String... more) {
        return entry.section()
                .only(Stream.of(ValueParser.KEYS, OF_A_CLAIM, Arrays.asList(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private ClaimSpec.Form name(Entry entry) {
        if (!entry.isSection() || !entry.section().has("full")) {
            Value whole = plain(entry);
            names.protect(whole);
            return new ClaimSpec.Plain(whole);
        }
        Section parts =
                entry.section().only("full", "given", "family", "patronymic", "script", "words", "source", "occurred");
        Entry script = parts.get("script");
        return new ClaimSpec.Name(
                Objects.requireNonNull(part(parts, "full")),
                part(parts, "given"),
                part(parts, "family"),
                part(parts, "patronymic"),
                script == null ? null : values.value(script));
    }

    private @Nullable Value part(Section parts, String key) {
        Entry entry = parts.get(key);
        Value part = entry == null ? null : values.value(entry);
        if (part != null) {
            names.protect(part);
        }
        return part;
    }

    /** One number, perhaps in words, or {@code {least: …, greatest: …}}; all are open. */
    ClaimSpec.Range range(Entry entry, String what) {
        Value least;
        Value greatest = null;
        RangeFormat format = null;
        if (entry.isSection() && entry.section().has("least")) {
            Section section = entry.section().only("least", "greatest", "words", "source", "occurred");
            Entry upper = section.get("greatest");
            least = values.value(section.need("least", ""));
            greatest = upper == null ? null : values.value(upper);
        } else {
            Entry ranges = entry.isSection() ? entry.section().get("ranges") : null;
            format = ranges == null ? null : names.ranges(ranges);
            least = entry.isText() ? values.ofColumn(entry) : values.value(only(entry, "ranges"));
        }
        names.refuseProtected(entry, least, what);
        if (greatest != null) {
            names.refuseProtected(entry, greatest, what);
        }
        return new ClaimSpec.Range(least, greatest, format);
    }

    /** A date, or keys that say more. */
    ClaimSpec.Time time(Entry entry) {
        if (entry.isText()) {
            return new ClaimSpec.Time(values.ofColumn(entry), null, DateFormat.ISO, null, null, null, null);
        }
        Section section = only(entry, "until", "approximate", "uncertain", "timeOfDay");
        Entry dates = section.get("dates");
        Entry until = section.get("until");
        Entry hours = section.get("timeOfDay");
        Section hoursOf = hours == null ? null : hours.section().only("column", "hours", "null");
        return new ClaimSpec.Time(
                withoutDates(values.value(section)),
                until == null ? null : values.value(until),
                dates == null ? DateFormat.ISO : names.dates(dates),
                condition(section.get("approximate")),
                condition(section.get("uncertain")),
                hoursOf == null ? null : values.column(hoursOf),
                hoursOf == null ? null : names.hours(hoursOf.need("hours", "the name of a format under hours:")));
    }

    /** The format of a time is kept with the time, which takes the hours too. */
    private static Value withoutDates(Value value) {
        return value instanceof Value.OfColumn of
                ? new Value.OfColumn(of.column(), of.split(), of.take(), of.nulls(), of.answers(), of.words(), null)
                : value;
    }

    private @Nullable Condition condition(@Nullable Entry entry) {
        return entry == null ? null : conditions.condition(entry);
    }

    /** Constants and maps can only give words of the attribute's list; what a column without a map holds is seen row by row. */
    static void checkCodes(Entry at, Attribute attribute, Value value) {
        checkCodes(at, Objects.requireNonNull(attribute.list()), value);
    }

    /** Refuses a text that is no word of the list. */
    static void checkCode(Entry at, String list) {
        checkCodes(at, list, new Value.Constant(at.text()));
    }

    static void checkCodes(Entry at, String list, Value value) {
        var vocabulary = Vocabularies.find(list).orElseThrow();
        if (value instanceof Value.Constant constant && !vocabulary.has(constant.text())) {
            throw at.wrong(constant.text() + " is no word of the list " + list);
        } else if (value instanceof Value.OfColumn of && of.words() != null) {
            WordMap map = of.words();
            map.codes().values().stream()
                    .filter(code -> !vocabulary.has(code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw at.wrong(
                                "the map " + map.name() + " gives " + code + ", which is no word of the list " + list);
                    });
        } else if (value instanceof Value.First first) {
            first.values().forEach(one -> checkCodes(at, list, one));
        } else if (value instanceof Value.Several several) {
            several.values().forEach(one -> checkCodes(at, list, one));
        }
    }
}
