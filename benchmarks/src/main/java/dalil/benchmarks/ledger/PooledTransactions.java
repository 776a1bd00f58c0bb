package dalil.benchmarks.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** A transaction is a connection of the pool that belongs to the thread until it commits, as with Spring. */
final class PooledTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource pool;
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    PooledTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = current.get();
        if (connection == null) {
            throw new SQLException("no transaction");
        }
        // The engine closes what it gets after each statement; the transaction needs it longer.
        return ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler());
    }

    @Override
    public Transaction startTransaction() {
        try {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            current.set(connection);
            return new Transaction() {
                @Override
                public void commit() {
                    end(connection, Connection::commit);
                }

                @Override
                public void rollback() {
                    end(connection, Connection::rollback);
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface End {
        void of(Connection connection) throws SQLException;
    }

    private void end(Connection connection, End end) {
        current.remove();
        try (connection) {
            end.of(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
