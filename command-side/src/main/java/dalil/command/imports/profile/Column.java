package dalil.command.imports.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a row: a CSV column, or a path such as {@code links[].url} in which {@code []} goes through a list.
 *
 * @param text as the profile writes it
 * @param line of the profile
 * @param item the thing of a {@code forEach} that it starts at; empty where it starts at the row
 */
public record Column(String text, int line, String item, List<Step> steps) {

    /** One name of a path, and whether every element of the list there is meant. */
    public record Step(String name, boolean each) {}

    /** @param items what the {@code forEach}es around it call their things */
    public static Column of(String text, int line, List<String> items) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            boolean each = part.endsWith("[]");
            steps.add(new Step(each ? part.substring(0, part.length() - 2) : part, each));
        }
        String first = steps.get(0).name();
        return new Column(text, line, items.contains(first) ? first : "", List.copyOf(steps));
    }

    /** Whether it starts at the thing that a {@code forEach} is at. */
    public boolean ofItem() {
        return !item.isEmpty();
    }

    /** The name under which the row itself has it. */
    public String root() {
        return steps.get(0).name();
    }

    /** Whether it may stand for several values. */
    public boolean many() {
        return steps.stream().anyMatch(Step::each);
    }
}
