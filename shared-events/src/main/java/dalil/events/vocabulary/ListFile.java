package dalil.events.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of the files in {@code dalil/vocabulary}: {@code [list]} lines, {@code key = value} lines, {@code #} comments, empty lines.
 * A key that begins with {@code @} speaks of the list, or before the first list of the file.
 *
 * @param head what is said of the whole file
 * @param sections by list, in the order of the file
 */
record ListFile(Map<String, String> head, Map<String, Map<String, String>> sections) {

    private static final Pattern SECTION = Pattern.compile("\\[([a-z0-9]+(?:-[a-z0-9]+)*)]");
    private static final Pattern ENTRY = Pattern.compile("(@?[a-z0-9]+(?:-[a-z0-9]+)*) =(?: (\\S.*))?");

    /** @throws IllegalStateException naming file and line: the files are ours, so a bad one is a fault of the build */
    static ListFile parse(String name, String text) {
        Map<String, String> head = new LinkedHashMap<>();
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> current = head;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (section.matches()) {
                current = new LinkedHashMap<>();
                if (sections.put(section.group(1), current) != null) {
                    throw new IllegalStateException(name + ":" + number + " repeats a list");
                }
            } else if (entry.matches()) {
                @Nullable String value = entry.group(2);
                if (current.put(entry.group(1), value == null ? "" : value) != null) {
                    throw new IllegalStateException(name + ":" + number + " repeats a key");
                }
            } else {
                throw new IllegalStateException(name + ":" + number + " is neither [list] nor key = value");
            }
        }
        return new ListFile(head, sections);
    }
}
