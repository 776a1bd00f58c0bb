package dalil.command.imports.yaml;

import dalil.command.imports.profile.Condition;
import dalil.command.imports.profile.Emit.ForEach;
import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What entries of {@code emit:} have in common: for which things they are given, on which condition, under which id, by whom. */
final class Each {

    private static final String ITEM = "item";

    private final Section section;
    private final Names names;
    private final @Nullable ForEach forEach;
    private final List<String> items;

    /** @param around what the {@code forEach}es around this entry call their things */
    Each(Names names, Section section, List<String> around) {
        this.names = names;
        this.section = section;
        this.forEach = forEach(around);
        List<String> all = new ArrayList<>(around);
        if (forEach != null) {
            all.add(forEach.as());
        }
        this.items = List.copyOf(all);
    }

    @Nullable ForEach forEach() {
        return forEach;
    }

    /** What the things are called that this entry can read, beside the row. */
    List<String> items() {
        return items;
    }

    ValueParser values() {
        return new ValueParser(names, items);
    }

    ClaimParser claims() {
        return new ClaimParser(names, items);
    }

    SayingParser sayings() {
        return new SayingParser(names, items);
    }

    @Nullable Condition when() {
        Entry entry = section.get("when");
        return entry == null ? null : new ConditionParser(names, items).condition(entry);
    }

    /** Empty where the entry has none. */
    List<Value> id() {
        return values("id");
    }

    /** One value or several; empty where there is nothing under the key. */
    List<Value> values(String key) {
        Entry entry = section.get(key);
        return entry == null
                ? List.of()
                : entry.oneOrMore().stream().map(values()::value).toList();
    }

    @Nullable Value optional(String key) {
        Entry entry = section.get(key);
        return entry == null ? null : values().value(entry);
    }

    @Nullable Saying source() {
        Entry entry = section.get("source");
        return entry == null ? null : sayings().saying(entry);
    }

    private @Nullable ForEach forEach(List<String> around) {
        Entry entry = section.get("forEach");
        if (entry == null) {
            if (section.has("as")) {
                throw section.need("as", "").wrong("as names the thing that a forEach is at; there is no forEach");
            }
            return null;
        }
        String as = section.text("as", ITEM);
        if (around.contains(as)) {
            throw section.wrong("the thing of the forEach around this one is called " + as
                    + " already; as: gives this one another name");
        }
        ValueParser values = new ValueParser(names, around);
        if (entry.isSection() && entry.section().has("columns")) {
            Entry columns = entry.section().only("columns").need("columns", "");
            return new ForEach(
                    List.of(), columns.texts().stream().map(Glob::new).toList(), as);
        }
        List<Value.OfColumn> things = new ArrayList<>();
        for (Entry one : entry.oneOrMore()) {
            things.add(
                    one.isText()
                            ? values.ofColumn(one)
                            : values.column(one.section().only("column", "split", "null")));
        }
        if (things.stream()
                .anyMatch(
                        thing -> names.declaredProtected.contains(thing.column().root()))) {
            names.protectedColumns.add(as);
            names.declaredProtected.add(as);
        }
        return new ForEach(things, List.of(), as);
    }
}
