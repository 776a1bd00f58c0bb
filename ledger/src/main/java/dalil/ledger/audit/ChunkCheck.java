package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Checks ranges of rows, each on whatever connection is free. Where a page cannot be read, it goes on row by row. */
final class ChunkCheck implements AutoCloseable {

    private final Path file;
    private final Findings findings;
    private final RowCheck rowCheck;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

    ChunkCheck(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.rowCheck = new RowCheck(findings);
    }

    /** One entry for each index from {@code from} to before {@code before}. */
    List<CheckedRow> check(long from, long before) throws SQLException {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = SqliteFile.forReading(file);
        }
        List<CheckedRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(RowCheck.SELECT)) {
            try {
                read(select, from, before, rows);
            } catch (SQLException unreadable) {
                for (long index = from + rows.size(); index < before; index++) {
                    readAlone(select, index, rows);
                }
            }
        }
        idle.add(connection);
        return rows;
    }

    private void read(PreparedStatement select, long from, long before, List<CheckedRow> rows) throws SQLException {
        select.setLong(1, from);
        select.setLong(2, before);
        try (ResultSet row = select.executeQuery()) {
            boolean more = row.next();
            for (long index = from; index < before; index++) {
                if (more && row.getLong(1) == index) {
                    rows.add(rowCheck.check(row));
                    more = row.next();
                } else {
                    findings.at(Kind.MISSING, index, "the fact");
                    rows.add(CheckedRow.unreadable(index));
                }
            }
        }
    }

    private void readAlone(PreparedStatement select, long index, List<CheckedRow> rows) {
        List<CheckedRow> one = new ArrayList<>();
        try {
            read(select, index, index + 1, one);
        } catch (SQLException unreadable) {
            findings.at(Kind.UNREADABLE_ROW, index, String.valueOf(unreadable.getMessage()));
        }
        rows.add(one.isEmpty() ? CheckedRow.unreadable(index) : one.get(0));
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
