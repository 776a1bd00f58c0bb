package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.profile.Changes;
import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Join;
import dalil.command.imports.profile.Layout;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.ProfileException;
import dalil.command.imports.profile.Publisher;
import dalil.command.imports.profile.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A profile from its YAML. */
public final class ProfileYaml {

    private final Names names = new Names();
    private final Section root;
    private final String sha256;

    private ProfileYaml(Section root, String sha256) {
        this.root = root;
        this.sha256 = sha256;
    }

    /** @throws ProfileException if the bytes are not a profile that can be followed */
    public static Profile parse(byte[] bytes) {
        return new ProfileYaml(YamlText.read(bytes), YamlText.sha256(bytes)).profile();
    }

    private Profile profile() {
        root.only(
                "profile",
                "about",
                "dataset",
                "records",
                "joins",
                "changes",
                "id",
                "null",
                "numbers",
                "protected",
                "dates",
                "hours",
                "ranges",
                "vocabulary",
                "emit");
        each("dates", (name, entry) -> names.dates.put(name, FormatsParser.dates(name, entry)));
        each("hours", (name, entry) -> names.hours.put(name, FormatsParser.hours(name, entry)));
        Section numbers = root.has("numbers") ? section("numbers").only("decimal", "thousands") : null;
        String thousands = numbers == null ? "" : numbers.text("thousands", "");
        each("ranges", (name, entry) -> names.ranges.put(name, RangesParser.ranges(name, entry, thousands)));
        each("vocabulary", (name, entry) -> names.vocabulary.put(name, FormatsParser.vocabulary(name, entry)));
        Entry declared = root.get("protected");
        if (declared != null) {
            names.declaredProtected.addAll(declared.texts());
            names.protectedColumns.addAll(declared.texts());
        }
        Section records = root.need("records", "the format of the file, such as {format: csv}")
                .section();
        Layout layout = RecordsParser.records(records);
        List<Join> joins = root.has("joins") ? RecordsParser.joins(section("joins"), names) : List.of();
        Entry id = root.get("id");
        ValueParser values = new ValueParser(names, List.of());
        List<Value> ids = id == null
                ? List.of()
                : id.oneOrMore().stream().map(values::value).toList();
        EmitParser emit = new EmitParser(names);
        emit.read(root.need("emit", "a list of what a row gives, such as {kind: incident, set: {...}}"));
        Section dataset = section("dataset").only("name", "publisher", "asOf");
        Changes changes = changes(id);
        Entry file = records.get("file");
        return new Profile(
                line(root.need("profile", "the name of the profile")),
                sha256,
                line(dataset.need("name", "the name under which the data is imported")),
                publisher(dataset.need("publisher", "who published the file: name and type")
                        .section()),
                asOf(dataset.get("asOf"), layout),
                layout,
                file == null ? null : new Glob(file.words()),
                joins,
                changes,
                ids,
                nulls(),
                numbers == null ? "." : numbers.text("decimal", "."),
                thousands,
                Set.copyOf(names.protectedColumns),
                List.copyOf(names.columns),
                emit.sources,
                emit.incident,
                emit.forceUses,
                emit.casualties,
                emit.figures);
    }

    private @Nullable Changes changes(@Nullable Entry id) {
        Entry entry = root.get("changes");
        if (entry == null) {
            return null;
        }
        if (id == null) {
            throw entry.wrong("id: is missing: it names the record that a line changes");
        }
        if (root.has("joins")) {
            throw entry.wrong("a file of changes has no joined tables");
        }
        if (section("dataset").has("asOf")) {
            throw section("dataset").wrong("asOf goes without changes, whose version says of what day each line is");
        }
        return new ChangesParser(names).changes(entry.section());
    }

    private void each(String key, java.util.function.BiConsumer<String, Entry> reader) {
        if (root.has(key)) {
            section(key).all().forEach(reader);
        }
    }

    private Section section(String key) {
        return root.need(key, "a section of the profile").section();
    }

    private static String line(Entry entry) {
        String text = entry.words();
        if (text.length() > 100 || text.contains("\n")) {
            throw entry.wrong("at most 100 characters on one line were expected");
        }
        return text;
    }

    /** An empty value is always no value. */
    private Set<String> nulls() {
        Set<String> nulls = new HashSet<>(FormatsParser.nulls(root.get("null")));
        nulls.add("");
        return Set.copyOf(nulls);
    }

    private static Publisher publisher(Section section) {
        section.only("name", "type", "connection", "origin", "url", "reliability");
        String origin = section.text("origin", "unknown");
        if (!origin.equals("unknown") && !origin.equals("self")) {
            throw section.need("origin", "").wrong("unknown or self was expected");
        }
        return new Publisher(
                section.need("name", "what the publisher is called").words(),
                code(section.need("type", "a word of the list source-type"), "source-type"),
                optionalCode(section.get("connection"), "source-connection"),
                origin,
                section.has("url") ? section.text("url", "") : null,
                optionalCode(section.get("reliability"), "source-reliability"));
    }

    private static @Nullable String optionalCode(@Nullable Entry entry, String list) {
        return entry == null ? null : code(entry, list);
    }

    private static String code(Entry entry, String list) {
        ClaimParser.checkCodes(entry, list, new Value.Constant(entry.words()));
        return entry.words();
    }

    private Profile.@Nullable AsOf asOf(@Nullable Entry entry, Layout layout) {
        if (entry == null) {
            return null;
        }
        if (entry.isSection() && entry.section().has("date")) {
            Entry date = entry.section().only("date").need("date", "");
            try {
                return new Profile.AsOf(LocalDate.parse(date.text()).toString(), List.of(), DateFormat.ISO);
            } catch (DateTimeException wrong) {
                throw date.wrong("a day such as 2020-10-19 was expected");
            }
        }
        if (layout.format() != Layout.Format.JSON) {
            throw entry.wrong(
                    "only a JSON file says its date outside its rows; write {date: 2020-10-19} or give it with each import");
        }
        Section section = entry.isText() ? null : entry.section().only("path", "dates");
        Entry path = section == null ? entry : section.need("path", "a path in the file, such as updated_at");
        Entry dates = section == null ? null : section.get("dates");
        return new Profile.AsOf(
                "", Arrays.asList(path.words().split("\\.")), dates == null ? DateFormat.ISO : names.dates(dates));
    }
}
