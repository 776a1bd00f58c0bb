package dalil.command.imports.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a row: a CSV column, or a path such as {@code links[].url} in which {@code []} goes through a list.
 *
 * @param text as the profile writes it
 * @param line of the profile
 * @param ofItem whether it starts at the thing that a {@code forEach} is at
 */
public record Column(String text, int line, boolean ofItem, List<Step> steps) {

    /** One name of a path, and whether every element of the list there is meant. */
    public record Step(String name, boolean each) {}

    /** @param item what the {@code forEach} around it calls its thing; empty if there is none */
    public static Column of(String text, int line, String item) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            boolean each = part.endsWith("[]");
            steps.add(new Step(each ? part.substring(0, part.length() - 2) : part, each));
        }
        boolean ofItem = !item.isEmpty() && steps.get(0).name().equals(item);
        return new Column(text, line, ofItem, List.copyOf(steps));
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
