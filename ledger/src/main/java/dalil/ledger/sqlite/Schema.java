package dalil.ledger.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tables. Strict, so that a value has the type of its column. {@code fact.record} and the sections are the truth;
 * {@code event}, {@code stream}, {@code sequence} and {@code highest_at} are derived from the records, for finding; {@code leaf} is
 * their hash, so that a damaged record shows on reading and the audit can name it. {@code checkpoint} has every checkpoint that was
 * signed, {@code node} the roots of full tiles, {@code attestation} what others said of checkpoints.
 */
public final class Schema {

    /** "Dali", in the file's header: {@code file} and {@code sqlite3} can tell a ledger. */
    public static final int APPLICATION_ID = 0x44616c69;

    public static final int VERSION = 3;

    private static final Map<String, String> TABLES = tables();

    private Schema() {}

    /** Every statement that made the file, by the name of what it made. */
    public static Map<String, String> statements() {
        return TABLES;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("ledger_case", """
                CREATE TABLE ledger_case (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, name TEXT NOT NULL, \
                zone TEXT NOT NULL, languages TEXT NOT NULL, origin TEXT NOT NULL, secret BLOB NOT NULL, \
                seal BLOB NOT NULL) STRICT""");
        tables.put("head", """
                CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, tree BLOB NOT NULL, \
                ledger TEXT NOT NULL) STRICT""");
        tables.put("stream", "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT");
        tables.put("fact", """
                CREATE TABLE fact (idx INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, stream INTEGER, sequence INTEGER, \
                highest_at INTEGER NOT NULL, leaf BLOB NOT NULL, record BLOB NOT NULL, UNIQUE (stream, sequence)) STRICT""");
        tables.put("section", """
                CREATE TABLE section (idx INTEGER PRIMARY KEY, payload_salt BLOB NOT NULL, payload BLOB NOT NULL, \
                meta_salt BLOB NOT NULL, meta BLOB NOT NULL) STRICT""");
        tables.put("sealed", "CREATE TABLE sealed (idx INTEGER PRIMARY KEY, salt BLOB, bytes BLOB) STRICT");
        tables.put("request", """
                CREATE TABLE request (id TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL, first INTEGER NOT NULL, \
                count INTEGER NOT NULL) STRICT, WITHOUT ROWID""");
        tables.put("milestone", "CREATE TABLE milestone (size INTEGER PRIMARY KEY, tree BLOB NOT NULL) STRICT");
        tables.put("checkpoint", """
                CREATE TABLE checkpoint (number INTEGER PRIMARY KEY, size INTEGER NOT NULL UNIQUE, note BLOB NOT NULL) STRICT""");
        tables.put("node", """
                CREATE TABLE node (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, \
                PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID""");
        tables.put("attestation", """
                CREATE TABLE attestation (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, checkpoint INTEGER NOT NULL, \
                maker TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (kind, checkpoint, maker)) STRICT""");
        return tables;
    }
}
