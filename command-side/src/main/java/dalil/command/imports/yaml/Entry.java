package dalil.command.imports.yaml;

import dalil.command.imports.profile.ProfileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a profile that knows where it stands.
 *
 * @param place the keys that lead to it, such as {@code emit[0].set.title}
 */
record Entry(Node node, String place) {

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    ProfileException wrong(String message) {
        return new ProfileException(line(), place, message);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    /** The characters of a scalar, whatever YAML would make of them: {@code no} is a text here. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("a text was expected");
    }

    /** A text that is not empty. */
    String words() {
        String text = text();
        if (text.isBlank()) {
            throw wrong("a text was expected, this is empty");
        }
        return text;
    }

    /** One text, or a list of them. */
    List<String> texts() {
        return isText() ? List.of(text()) : list().stream().map(Entry::text).toList();
    }

    List<Entry> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list was expected, such as [a, b] or lines that begin with a dash");
        }
        List<Entry> entries = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            entries.add(new Entry(item, place + "[" + entries.size() + "]"));
        }
        return entries;
    }

    /** The list, or this alone where it is none. */
    List<Entry> oneOrMore() {
        return isList() ? list() : List.of(this);
    }

    Section section() {
        return Section.of(this);
    }

    boolean yesOrNo() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false was expected");
        };
    }

    /** One of the names of the constants, in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(Class<E> kind) {
        List<String> names = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text())) {
                return constant;
            }
            names.add(name);
        }
        throw wrong("one of " + String.join(", ", names) + " was expected");
    }
}
