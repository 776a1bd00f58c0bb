package dalil.command.broken;

import dalil.query.problem.BadQuestion;
import java.sql.SQLException;
import java.time.Instant;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Breaks the rules of the write side, of the clock and of names. */
@SuppressWarnings("unused")
final class BadManager {

    private final Instant made = Instant.now();

    @Nullable BadQuestion ask(@Nullable DuckDBConnection connection) throws SQLException {
        return null;
    }
}
