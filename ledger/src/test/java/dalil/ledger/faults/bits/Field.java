package dalil.ledger.faults.bits;

import dalil.ledger.audit.Finding.Kind;
import java.util.List;
import java.util.Set;

/**
 * A kind of field in the file, and what the audit must say when a bit of one is flipped.
 *
 * @param rows SQL of its rows: rowid or key condition, the index to be named (null for the ledger as a whole), the value
 * @param kinds one of these
 */
record Field(String table, String column, String rows, Set<Kind> kinds) {

    private static final String FACTS = "SELECT idx, idx, %s FROM %s";

    /** The first fact of a stream or a request is where a wrong name or row shows. */
    static final List<Field> ALL = List.of(
            ofFact("section", "payload", Kind.ALTERED_SECTION),
            ofFact("section", "payload_salt", Kind.ALTERED_SECTION),
            ofFact("section", "meta", Kind.ALTERED_SECTION),
            ofFact("section", "meta_salt", Kind.ALTERED_SECTION),
            new Field("sealed", "bytes", present("bytes"), Set.of(Kind.ALTERED_SECTION)),
            new Field("sealed", "salt", present("salt"), Set.of(Kind.ALTERED_SECTION)),
            new Field("sealed", "idx", present("idx"), Set.of(Kind.MISSING)),
            ofFact("section", "idx", Kind.MISSING),
            ofFact("fact", "record", Kind.ALTERED_RECORD),
            ofFact("fact", "leaf", Kind.ALTERED_RECORD),
            ofFact("fact", "idx", Kind.MISSING),
            ofFact("fact", "event", Kind.ALTERED_COLUMN),
            ofFact("fact", "highest_at", Kind.ALTERED_COLUMN),
            new Field(
                    "fact",
                    "stream",
                    "SELECT idx, idx, stream FROM fact WHERE stream IS NOT NULL",
                    Set.of(Kind.ALTERED_COLUMN)),
            new Field(
                    "fact",
                    "sequence",
                    "SELECT idx, idx, sequence FROM fact WHERE stream IS NOT NULL",
                    Set.of(Kind.ALTERED_COLUMN)),
            ofStream("id"),
            ofStream("name"),
            ofRequest("id", Kind.MISSING),
            ofRequest("digest", Kind.ALTERED_COLUMN),
            ofRequest("first", Kind.ALTERED_COLUMN),
            ofRequest("count", Kind.ALTERED_COLUMN),
            ofLedger("head", "size", Kind.BROKEN_LINK),
            ofLedger("head", "tree", Kind.BROKEN_LINK),
            ofLedger("head", "ledger", Kind.ALTERED_COLUMN, Kind.BROKEN_LINK),
            ofLedger("ledger_case", "id", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "name", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "zone", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "languages", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "origin", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "secret", Kind.BROKEN_LINK),
            ofLedger("ledger_case", "seal", Kind.BROKEN_LINK),
            new Field("milestone", "tree", "SELECT size, 0, tree FROM milestone", Set.of(Kind.BROKEN_LINK)),
            new Field("milestone", "size", "SELECT size, size - 1, size FROM milestone", Set.of(Kind.MISSING)),
            new Field(
                    "checkpoint",
                    "note",
                    "SELECT number, size - 1, note FROM checkpoint",
                    Set.of(Kind.BAD_SIGNATURE, Kind.BROKEN_LINK)),
            ofLedger("checkpoint", "number", Kind.MISSING, Kind.DUPLICATE, Kind.BAD_SIGNATURE),
            ofLedger("checkpoint", "size", Kind.ALTERED_COLUMN),
            new Field(
                    "node",
                    "hash",
                    "SELECT 'level = ' || level || ' AND idx = ' || idx, idx << 8 * level, hash FROM node",
                    Set.of(Kind.BROKEN_LINK)),
            ofNode("idx"),
            ofNode("level"));

    private static Field ofFact(String table, String column, Kind kind) {
        return new Field(table, column, FACTS.formatted(column, table), Set.of(kind));
    }

    private static String present(String column) {
        return FACTS.formatted(column, "sealed") + " WHERE bytes IS NOT NULL";
    }

    private static Field ofStream(String column) {
        return new Field(
                "stream",
                column,
                "SELECT id, (SELECT min(idx) FROM fact WHERE stream = id), " + column + " FROM stream",
                Set.of(Kind.ALTERED_COLUMN));
    }

    private static Field ofRequest(String column, Kind kind) {
        return new Field(
                "request", column, "SELECT 'id = ''' || id || '''', first, " + column + " FROM request", Set.of(kind));
    }

    private static Field ofNode(String column) {
        return new Field(
                "node",
                column,
                "SELECT 'level = ' || level || ' AND idx = ' || idx, idx << 8 * level, " + column + " FROM node",
                Set.of(Kind.MISSING));
    }

    private static Field ofLedger(String table, String column, Kind... kinds) {
        return new Field(table, column, "SELECT rowid, NULL, " + column + " FROM " + table, Set.of(kinds));
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
