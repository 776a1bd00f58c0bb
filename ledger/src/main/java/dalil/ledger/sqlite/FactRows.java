package dalil.ledger.sqlite;

import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.record.StoredSections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows to facts, each checked against its record. */
public final class FactRows {

    /** What {@link #fact} wants of a row, in its order. */
    public static final String COLUMNS =
            "f.idx, f.leaf, f.record, s.payload_salt, s.payload, s.meta_salt, s.meta, e.idx, e.salt, e.bytes";

    public static final String TABLES =
            " FROM fact f LEFT JOIN section s ON s.idx = f.idx LEFT JOIN sealed e ON e.idx = f.idx ";

    static final String BY_INDEX = "SELECT " + COLUMNS + TABLES + "WHERE f.idx >= ? AND f.idx < ? ORDER BY f.idx";

    static final String BY_STREAM = "SELECT " + COLUMNS + TABLES
            + "WHERE f.stream = (SELECT id FROM stream WHERE name = ?) AND f.sequence >= ? AND f.idx < ?"
            + " ORDER BY f.sequence LIMIT ?";

    private FactRows() {}

    static StoredFact fact(ResultSet row) throws SQLException {
        return StoredFact.verified(row.getLong(1), row.getBytes(2), row.getBytes(3), sections(row));
    }

    /** The sections in columns 4 to 10. */
    public static StoredSections sections(ResultSet row) throws SQLException {
        row.getLong(8);
        boolean sealedPlace = !row.wasNull();
        return new StoredSections(
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getBytes(7),
                sealedPlace,
                sealedPlace ? row.getBytes(9) : null,
                sealedPlace ? row.getBytes(10) : null);
    }

    /** All from an index up to another, without a gap. */
    static List<StoredFact> contiguous(ResultSet rows, long from, long before) throws SQLException {
        List<StoredFact> facts = new ArrayList<>((int) Math.max(0, before - from));
        for (long expected = from; expected < before; expected++) {
            if (!rows.next() || rows.getLong(1) != expected) {
                throw IntegrityFault.at(expected, "missing");
            }
            facts.add(fact(rows));
        }
        return facts;
    }

    /** Facts of a stream without a gap, each of which says so itself. */
    static List<StoredFact> ofStream(ResultSet rows, String stream, long fromSequence) throws SQLException {
        List<StoredFact> facts = new ArrayList<>();
        while (rows.next()) {
            StoredFact fact = fact(rows);
            long sequence = fact.record().sequence();
            long expected = facts.isEmpty() ? Math.max(fromSequence, sequence) : fromSequence(facts) + facts.size();
            if (!stream.equals(fact.stream()) || sequence != expected) {
                throw IntegrityFault.at(fact.index(), "found as " + stream + "#" + expected + ", which it is not");
            }
            facts.add(fact);
        }
        return facts;
    }

    private static long fromSequence(List<StoredFact> facts) {
        return facts.get(0).record().sequence();
    }
}
