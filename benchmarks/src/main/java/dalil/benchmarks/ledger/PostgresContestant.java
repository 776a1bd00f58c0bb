package dalil.benchmarks.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/** Axon's engine for JDBC, on Axon's own schema for PostgreSQL, with a pool of as many connections as there are threads. */
final class PostgresContestant implements Contestant {

    private final HikariDataSource pool;
    private final EventStorageEngine engine;

    private PostgresContestant(HikariDataSource pool, EventStorageEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    static PostgresContestant at(String url, String user, String password, int connections) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(connections);
        config.setMaximumPoolSize(connections);
        HikariDataSource pool = new HikariDataSource(config);
        refuseUnsafe(pool);
        PooledTransactions transactions = new PooledTransactions(pool);
        PlainSerializer serializer = new PlainSerializer();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataType(byte[].class)
                .batchSize(BATCH)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new PostgresContestant(pool, engine);
    }

    /** A number from a server that does not sync says nothing. */
    private static void refuseUnsafe(HikariDataSource pool) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                if (!row.next() || !"on".equals(row.getString(1))) {
                    throw new IllegalStateException("PostgreSQL runs without " + setting);
                }
            }
        }
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public long events() {
        return number("SELECT count(*) FROM DomainEventEntry");
    }

    private long number(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void settle() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
