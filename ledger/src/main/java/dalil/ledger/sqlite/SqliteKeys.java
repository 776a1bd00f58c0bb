package dalil.ledger.sqlite;

import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.PreparedFact;
import dalil.ledger.store.StoredKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a group of appends finds taken, looked up in one go: each look of its own would take and give back SQLite's locks. */
final class SqliteKeys implements StoredKeys {

    private final Set<String> events = new HashSet<>();
    private final Map<UUID, RequestAnswer> answers = new HashMap<>();
    private final Map<String, OptionalLong> ends = new HashMap<>();

    /** @param session in a transaction */
    SqliteKeys(Session session, List<PreparedAppend> appends) throws SQLException {
        for (PreparedAppend append : appends) {
            RequestInProgress request = append.request();
            if (request != null) {
                request(session, request.id()).ifPresent(answer -> answers.put(request.id(), answer));
            }
            for (PreparedFact fact : append.facts()) {
                if (hasEvent(session, fact.id())) {
                    events.add(fact.id());
                }
                String stream = fact.stream();
                if (stream != null && !ends.containsKey(stream)) {
                    ends.put(stream, lastSequence(session, stream));
                }
            }
        }
    }

    static boolean hasEvent(Session session, String id) throws SQLException {
        return Sessions.number(session, "SELECT idx FROM fact WHERE event = ?", id)
                .isPresent();
    }

    static Optional<RequestAnswer> request(Session session, UUID id) throws SQLException {
        try (ResultSet row = session.bound("SELECT digest, first, count FROM request WHERE id = ?", id.toString())
                .executeQuery()) {
            return row.next()
                    ? Optional.of(new RequestAnswer(Columns.bytes(row, 1), row.getLong(2), row.getInt(3)))
                    : Optional.empty();
        }
    }

    static OptionalLong lastSequence(Session session, String stream) throws SQLException {
        return Sessions.number(
                session,
                "SELECT max(sequence) FROM fact WHERE stream = (SELECT id FROM stream WHERE name = ?)",
                stream);
    }

    @Override
    public boolean hasEvent(String id) {
        return events.contains(id);
    }

    @Override
    public Optional<RequestAnswer> request(UUID id) {
        return Optional.ofNullable(answers.get(id));
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return ends.getOrDefault(stream, OptionalLong.empty());
    }
}
