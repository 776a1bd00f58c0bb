package dalil.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Sample;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteFileTest {

    private final Path folder;

    SqliteFileTest(@TempDir Path folder) {
        // a name that would be cut or decoded if it were pasted into an URL
        this.folder = folder.resolve("a case? 100% #1");
    }

    @BeforeEach
    void create() {
        LedgerFolder.create(folder, Sample.CASE, Sample.wiring()).close();
    }

    @ParameterizedTest
    @CsvSource({"journal_mode, wal", "synchronous, 2", "secure_delete, 1", "trusted_schema, 0"})
    void the_writers_connection_is_durable_and_overwrites_what_it_deletes(String pragma, String value)
            throws SQLException {
        try (Session session = new Session(SqliteFile.forWriting(SqliteFile.in(folder)))) {
            assertThat(pragma(session, pragma)).isEqualTo(value);
        }
    }

    private static String pragma(Session session, String pragma) throws SQLException {
        try (ResultSet row = session.bound("PRAGMA " + pragma).executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_readers_connection_cannot_write() throws SQLException {
        try (Session session = new Session(SqliteFile.forReading(SqliteFile.in(folder)))) {
            assertThatThrownBy(() -> session.run("UPDATE head SET size = 1")).isInstanceOf(SQLException.class);
        }
    }
}
