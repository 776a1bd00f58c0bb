package dalil.ledger.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Where the file lies and how connections to it are made. */
public final class SqliteFile {

    static final String NAME = "ledger.sqlite";

    private static final int BUSY_MILLIS = 5_000;
    private static final int CACHE_KIB = 16_384;

    private SqliteFile() {}

    public static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /** The writer's connection: durable at each commit, and what is deleted is overwritten. */
    static Connection forWriting(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        return connect(file, config, "");
    }

    /**
     * A connection that cannot write. Beside a running server it sees the last committed block; on a medium that cannot be written
     * and has no write-ahead log, the file is taken as it is.
     */
    public static Connection forReading(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setReadOnly(true);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean frozen = !Files.exists(log) && !Files.isWritable(file.resolveSibling("."));
        return connect(file, config, frozen ? "?immutable=1" : "");
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        // nobody asks for them, and the driver would look them up with one more statement for each row
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection connect(Path file, SQLiteConfig config, String query) throws SQLException {
        String location = file.toUri().getRawPath();
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + location + query, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            // A tampered schema must not run functions with side effects from views, triggers or defaults.
            statement.execute("PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }
}
