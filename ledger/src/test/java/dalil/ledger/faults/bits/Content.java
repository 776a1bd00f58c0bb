package dalil.ledger.faults.bits;

import dalil.ledger.sqlite.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.sqlite.SQLiteConfig;

/** Everything that a file says to whoever reads its tables, and whether its indexes say the same. */
final class Content {

    private Content() {}

    static String of(Path file) throws Exception {
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, reading.toProperties())) {
            for (String table : Schema.statements().keySet()) {
                add(digest, connection, "SELECT * FROM " + table + " ORDER BY 1, 2");
            }
            add(digest, connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2");
            add(digest, connection, "PRAGMA integrity_check");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    byte[] value = rows.getBytes(column);
                    String length = value == null ? "null;" : value.length + ";";
                    digest.update(length.getBytes(StandardCharsets.US_ASCII));
                    digest.update(value == null ? new byte[0] : value);
                }
            }
        }
    }
}
