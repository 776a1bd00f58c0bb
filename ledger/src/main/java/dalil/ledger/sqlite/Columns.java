package dalil.ledger.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Columns that are never null, which SQLite looks at when a row is written and never again: one flipped bit in a row's header makes a
 * null of a value. It is read as nothing, which no check takes for what was recorded.
 */
public final class Columns {

    private Columns() {}

    public static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getBytes(column), new byte[0]);
    }

    public static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
