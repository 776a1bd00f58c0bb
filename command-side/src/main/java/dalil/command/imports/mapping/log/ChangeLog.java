package dalil.command.imports.mapping.log;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Changes;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.RawRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every record of a file that tells of changes, as it stands after the lines so far. It is held in memory, within a bound. */
public final class ChangeLog {

    /** About so many bytes of memory in all records, at most. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    private final Profile profile;
    private final Changes changes;
    private final Set<Column> found;
    private final Map<List<String>, Fields> records = new HashMap<>();
    private long bytes;

    /** @param found told each column that was there */
    public ChangeLog(Profile profile, Set<Column> found) {
        this.profile = profile;
        this.changes = Objects.requireNonNull(profile.changes());
        this.found = found;
    }

    /** @throws RowProblem if the line cannot be followed */
    public Change read(RawRow line) {
        Scope scope = Scope.of(profile, line.fields(), found);
        String version = text(changes.version(), scope);
        String day = day(version);
        List<String> key = List.of(RowIdentity.parts(profile.id(), scope, "id"));
        String op = PlainWord.of(text(changes.op(), scope));
        if (changes.removed().contains(op)) {
            keep(key, null);
            return new Change(version, day, line, true);
        }
        Fields record = record(line.fields(), key, op);
        keep(key, record);
        return new Change(version, day, new RawRow(line.number(), with(line.fields(), record), null), false);
    }

    private Fields record(Fields line, List<String> key, String op) {
        boolean added = changes.added().contains(op);
        if (!added && !changes.amended().contains(op)) {
            throw new RowProblem(changes.op().column(), "unknown-word", "no word for what a line does");
        }
        if (added || changes.changed().isEmpty()) {
            return changes.record().isEmpty() ? line : part(line, changes.record());
        }
        Fields before = records.get(key);
        if (before == null) {
            throw new RowProblem(
                    changes.op().column(), "unknown-record", "amends a record that no line before it adds");
        }
        Map<String, Datum> now = new LinkedHashMap<>(before.byName());
        now.putAll(part(line, changes.changed()).byName());
        return new Fields(now);
    }

    private static Fields part(Fields line, String name) {
        if (line.byName().get(name) instanceof Fields part) {
            return part;
        }
        throw new RowProblem(name, "not-a-value", "an object with the fields of the record was expected");
    }

    /** The record's own columns go before those of the line. */
    private Fields with(Fields line, Fields record) {
        Map<String, Datum> both = new LinkedHashMap<>(line.byName());
        both.remove(changes.record());
        both.remove(changes.changed());
        both.putAll(record.byName());
        return new Fields(both);
    }

    private void keep(List<String> key, @org.jspecify.annotations.Nullable Fields record) {
        Fields before = record == null ? records.remove(key) : records.put(key, record);
        bytes += size(record) - size(before);
        if (bytes > MAX_BYTES) {
            throw new IllegalStateException("the records of a file of changes are larger than may be held");
        }
    }

    private static long size(@org.jspecify.annotations.Nullable Datum datum) {
        if (datum instanceof Datum.Scalar scalar) {
            return 100 + scalar.text().length();
        }
        if (datum instanceof Datum.Items items) {
            return 100 + items.items().stream().mapToLong(ChangeLog::size).sum();
        }
        return datum instanceof Fields fields
                ? 100
                        + fields.byName().values().stream()
                                .mapToLong(ChangeLog::size)
                                .sum()
                : 0;
    }

    private static String text(Value.OfColumn column, Scope scope) {
        return Values.one(column, scope)
                .orElseThrow(
                        () -> new RowProblem(column.column(), "missing", "every line of a file of changes has this"))
                .text();
    }

    private String day(String version) {
        try {
            return LocalDate.parse(String.valueOf(changes.dates().read(version).edtf()))
                    .toString();
        } catch (IllegalArgumentException | DateTimeException noDay) {
            throw new RowProblem(changes.version().column(), "bad-date", "not written as declared, or no day");
        }
    }
}
