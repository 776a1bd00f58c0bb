package dalil.command.imports.yaml;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.HourFormat;
import dalil.command.imports.numbers.RangeFormat;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Value;
import dalil.command.imports.profile.WordMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of a profile call by name, and what is learned about its columns while they are read. */
final class Names {

    final Map<String, WordMap> vocabulary = new LinkedHashMap<>();
    final Map<String, DateFormat> dates = new LinkedHashMap<>();
    final Map<String, HourFormat> hours = new LinkedHashMap<>();
    final Map<String, RangeFormat> ranges = new LinkedHashMap<>();
    final Set<String> sources = new HashSet<>();
    final Set<String> figures = new HashSet<>();
    final Set<String> declaredProtected = new HashSet<>();
    final Set<String> protectedColumns = new HashSet<>();
    final List<Column> columns = new ArrayList<>();

    WordMap vocabulary(Entry name) {
        return known(vocabulary, name, "vocabulary");
    }

    DateFormat dates(Entry name) {
        return name.text().equals("iso") ? DateFormat.ISO : known(dates, name, "dates");
    }

    HourFormat hours(Entry name) {
        return known(hours, name, "hours");
    }

    RangeFormat ranges(Entry name) {
        return known(ranges, name, "ranges");
    }

    private static <T> T known(Map<String, T> all, Entry name, String section) {
        T found = all.get(name.text());
        if (found == null) {
            throw name.wrong("the profile has nothing of this name under " + section + ":"
                    + (all.isEmpty() ? "" : "; there are " + String.join(", ", all.keySet())));
        }
        return found;
    }

    Column column(Entry at, String text, List<String> items) {
        if (text.isBlank()) {
            throw at.wrong("a column or a path was expected");
        }
        Column column = Column.of(text, at.line(), items);
        columns.add(column);
        return column;
    }

    /** What these values read must not get into the open. */
    void protect(Value value) {
        for (Column column : value.columns()) {
            protectedColumns.add(column.text());
        }
    }

    /** Refuses a value of the open that reads a column which the profile declares protected. */
    void refuseProtected(Entry at, Value value, String what) {
        for (Column column : value.columns()) {
            if (declaredProtected.contains(column.text()) || declaredProtected.contains(column.root())) {
                throw at.wrong("the column " + column.text() + " is protected, but " + what + " is open to everybody");
            }
        }
    }
}
