package dalil.ledger.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The integers that stand for streams in the file, given on first use. */
final class StreamIds {

    private static final int REMEMBERED = 10_000;

    private final Session session;
    private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long next;

    StreamIds(Session session) {
        this.session = session;
    }

    long idOf(String stream) throws SQLException {
        Long id = known.get(stream);
        if (id == null) {
            id = stored(stream);
            known.put(stream, id);
        }
        return id;
    }

    private long stored(String stream) throws SQLException {
        try (ResultSet row =
                session.bound("SELECT id FROM stream WHERE name = ?", stream).executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        if (next == 0) {
            try (ResultSet row =
                    session.bound("SELECT coalesce(max(id), 0) + 1 FROM stream").executeQuery()) {
                row.next();
                next = row.getLong(1);
            }
        }
        long id = next++;
        session.bound("INSERT INTO stream (id, name) VALUES (?, ?)", id, stream).executeUpdate();
        return id;
    }

    /** After a rollback: what was given in it was not given. */
    void forget() {
        known.clear();
        next = 0;
    }
}
