package dalil.command.imports.yaml;

import dalil.command.imports.profile.ProfileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Keys and what stands under them. A key twice is an error; so is one that was not expected. */
final class Section {

    private final Entry entry;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    private Section(Entry entry) {
        this.entry = entry;
    }

    static Section of(Entry entry) {
        if (!(entry.node() instanceof MappingNode mapping)) {
            throw entry.wrong("keys with values were expected, such as {column: name}");
        }
        Section section = new Section(entry);
        for (NodeTuple pair : mapping.getValue()) {
            Entry key = new Entry(pair.getKeyNode(), entry.place());
            String name = key.text();
            String place = entry.place().isEmpty() ? name : entry.place() + "." + name;
            if (section.byKey.put(name, new Entry(pair.getValueNode(), place)) != null) {
                throw key.wrong("the key " + name + " stands here twice");
            }
        }
        return section;
    }

    /** Refuses every other key. */
    Section only(String... keys) {
        List<String> expected = Arrays.asList(keys);
        byKey.forEach((key, value) -> {
            if (!expected.contains(key)) {
                throw new ProfileException(
                        value.line(),
                        value.place(),
                        "no such key here; expected " + (keys.length == 1 ? "" : "one of ") + String.join(", ", keys));
            }
        });
        return this;
    }

    Map<String, Entry> all() {
        return byKey;
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    @Nullable Entry get(String key) {
        return byKey.get(key);
    }

    /** @param expected what should stand there, for the error */
    Entry need(String key, String expected) {
        Entry found = byKey.get(key);
        if (found == null) {
            throw entry.wrong("the key " + key + " is missing: " + expected);
        }
        return found;
    }

    String text(String key, String otherwise) {
        Entry found = byKey.get(key);
        return found == null ? otherwise : found.words();
    }

    ProfileException wrong(String message) {
        return entry.wrong(message);
    }

    Entry entry() {
        return entry;
    }
}
