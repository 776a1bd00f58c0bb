package dalil.command.imports.reading;

import dalil.command.imports.profile.Join;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Items;
import dalil.command.imports.row.Datum.Scalar;
import dalil.command.imports.row.RawRow;
import dalil.events.dataset.DatasetFact.ReadFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A second table, held in memory by its key: joined tables are bounded, the table of rows is not. */
public final class JoinedTable {

    /** About so many bytes of memory in one joined table, at most. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    private static final int BYTES_AROUND_A_CELL = 100;

    private final Join join;
    private final Map<String, List<Datum>> byKey = new HashMap<>();
    private long bytes;

    private JoinedTable(Join join) {
        this.join = join;
    }

    /** Reads a table to its end. The files read are added to {@code files}. */
    public static JoinedTable read(Join join, InputFile file, LongConsumer onBytes, List<ReadFile> files)
            throws IOException {
        JoinedTable table = new JoinedTable(join);
        try (RowFile rows = RowFile.open(file, join.layout(), onBytes)) {
            String key = join.key().text();
            if (!rows.header().isEmpty() && !rows.header().contains(key)) {
                throw new MalformedInput("the table " + join.name() + " has no column " + key + " (line " + join.line()
                        + " of the profile)");
            }
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (row.problem() != null) {
                    throw new MalformedInput(
                            "row " + row.number() + " of the table " + join.name() + ": " + row.problem());
                }
                table.add(row.fields(), key);
            }
            files.add(rows.finish());
        }
        return table;
    }

    private void add(Fields row, String key) throws MalformedInput {
        if (!(row.byName().get(key) instanceof Scalar value) || value.text().isBlank()) {
            return;
        }
        for (Map.Entry<String, Datum> cell : row.byName().entrySet()) {
            bytes += BYTES_AROUND_A_CELL
                    + (cell.getValue() instanceof Scalar scalar ? scalar.text().length() : 1_000);
        }
        if (bytes > MAX_BYTES) {
            throw new MalformedInput("the table " + join.name() + " is larger than a joined table may be");
        }
        byKey.computeIfAbsent(value.text().strip(), one -> new ArrayList<>(2)).add(row);
    }

    public Join join() {
        return join;
    }

    /** The rows of this key, in the order of their file. */
    public Items rowsOf(@Nullable String key) {
        return new Items(key == null ? List.of() : byKey.getOrDefault(key.strip(), List.of()));
    }
}
