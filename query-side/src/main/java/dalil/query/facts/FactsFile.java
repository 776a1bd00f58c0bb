package dalil.query.facts;

import dalil.query.unit.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The DuckDB file and the one connection that writes it. */
final class FactsFile implements AutoCloseable {

    /** Bounded so that the whole server stays under 900 MiB beside a heap of 512 MiB. */
    private static final String MEMORY = "192MiB";

    private static final String SPILL = "1GiB";
    private static final String CHECKPOINT = "64MiB";
    private static final String THREADS = "2";
    private static final String KEEP_ENDED =
            "INSERT INTO " + Tables.PAST + ".%1$s SELECT v.* REPLACE (ended.ends AS valid_to) FROM " + Tables.PRESENT
                    + ".%1$s v JOIN ended ON v.unit = ended.unit";
    private static final String END_VERSIONS =
            "DELETE FROM " + Tables.PRESENT + ".%1$s WHERE unit IN (SELECT unit FROM ended)";
    private static final String END_LISTINGS =
            "UPDATE listing SET valid_to = e.ends FROM ended_listing e WHERE listing.dataset = e.dataset"
                    + " AND listing.incident = e.incident AND listing.valid_to = " + Tables.OPEN;

    private static final String MERGED = "SELECT id, merged_into, merged_at, merged_since, closed";
    private static final String INCIDENTS =
            MERGED + " FROM " + Tables.PRESENT + ".incident WHERE merged_into IS NOT NULL OR closed";
    private static final String RELATED = MERGED + ", unit, incident, named_out FROM " + Tables.PRESENT
            + ".casualty WHERE incident >= 0 OR merged_into IS NOT NULL OR closed OR len(named_out) > 0 ORDER BY unit";

    /** Up to which fact of which ledger the file goes. */
    record Position(long at, String leaf, String ledger, int layout) {}

    private final DuckDBConnection writer;

    private FactsFile(DuckDBConnection writer) {
        this.writer = writer;
    }

    static FactsFile create(Path path, String ledger) throws SQLException {
        FactsFile file = open(path);
        try {
            file.lay(ledger);
        } catch (SQLException failed) {
            file.close();
            throw failed;
        }
        return file;
    }

    private void lay(String ledger) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            for (String table : Tables.ALL) {
                statement.execute(table);
            }
        }
        try (PreparedStatement position =
                writer.prepareStatement("INSERT INTO position VALUES (" + FactsTable.NOTHING + ", '', ?, ?)")) {
            position.setString(1, ledger);
            position.setInt(2, Tables.VERSION);
            position.execute();
        }
    }

    static FactsFile open(Path path) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", THREADS);
        settings.setProperty("temp_directory", path.resolveSibling("spill").toString());
        settings.setProperty("max_temp_directory_size", SPILL);
        settings.setProperty("checkpoint_threshold", CHECKPOINT);
        // nothing is ever fetched from outside
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        DuckDBConnection writer = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + path, settings);
        FactsFile file = new FactsFile(writer);
        try (Statement statement = writer.createStatement()) {
            for (String table : Tables.STAGING) {
                statement.execute(table);
            }
        } catch (SQLException failed) {
            file.close();
            throw failed;
        }
        return file;
    }

    /**
     * A connection that reads what stands in the file now, however far the writer goes on. Where that is not past an index, all that was
     * in force at the index still is, and tables hold nothing else.
     */
    Connection reader(long index) throws SQLException {
        Connection reader = writer.duplicate();
        try (Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            try (ResultSet row = statement.executeQuery("SELECT reached FROM position")) {
                row.next();
                if (row.getLong(1) > index) {
                    return reader;
                }
            }
            statement.execute("SET search_path = '" + Tables.PRESENT + ",main'");
            return reader;
        } catch (SQLException failed) {
            reader.close();
            throw failed;
        }
    }

    Position position() throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery("SELECT reached, leaf, ledger, layout FROM position")) {
            if (!row.next()) {
                throw new IllegalStateException("a table without a position");
            }
            return new Position(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4));
        }
    }

    Words words() throws SQLException {
        Map<Integer, String> held = new HashMap<>();
        try (Statement statement = writer.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, word FROM word")) {
            while (rows.next()) {
                held.put(rows.getInt(1), rows.getString(2));
            }
        }
        return new Words(held);
    }

    /** How casualties hang together, as it stands. */
    Casualties.Related related() throws SQLException {
        Casualties.Related related = new Casualties.Related(new Mergers(), new Namings(), new LongLists());
        try (Statement statement = writer.createStatement();
                ResultSet rows = statement.executeQuery(RELATED)) {
            while (rows.next()) {
                String id = restore(related.mergers(), rows);
                if (rows.getLong(7) >= 0) {
                    related.ofIncident().add(rows.getLong(7), rows.getLong(6));
                }
                for (Object person : (Object[]) rows.getArray(8).getArray()) {
                    related.namings().name((String) person, id);
                }
            }
        }
        return related;
    }

    /** Which incidents are merged into which, as it stands. */
    Mergers mergersOfIncidents() throws SQLException {
        Mergers mergers = new Mergers();
        try (Statement statement = writer.createStatement();
                ResultSet rows = statement.executeQuery(INCIDENTS)) {
            while (rows.next()) {
                restore(mergers, rows);
            }
        }
        return mergers;
    }

    /** @return the record's UUID */
    private static String restore(Mergers mergers, ResultSet row) throws SQLException {
        String id = row.getString(1);
        String into = row.getString(2);
        if (into != null) {
            mergers.restore(id, into, row.getLong(3), row.getLong(4));
        }
        if (row.getBoolean(5)) {
            mergers.restoreClosed(id);
        }
        return id;
    }

    void write(Batch batch, Words words, long at, String leaf) throws SQLException {
        writer.setAutoCommit(false);
        try {
            // The position first: an appender alone begins no transaction, its rows would stay when the process dies
            // before the
            // position moves, and the same facts would be counted twice after the next start. A statement begins one.
            move(at, leaf);
            for (Rows<?> rows : batch.tables()) {
                end(rows.table(), rows.versions());
            }
            endListings(batch.listings());
            start(batch);
            words(words);
            writer.commit();
        } catch (SQLException | RuntimeException failed) {
            undo(failed);
            throw failed;
        }
        writer.setAutoCommit(true);
    }

    /** Where DuckDB has rolled back by itself, as it does on a full disk, this fails, and the first failure is the one to tell. */
    private void undo(Exception failed) {
        try {
            writer.rollback();
            writer.setAutoCommit(true);
        } catch (SQLException alreadyDone) {
            failed.addSuppressed(alreadyDone);
        }
    }

    private void end(String table, Versions<?> versions) throws SQLException {
        if (versions.endedBefore().isEmpty()) {
            return;
        }
        try (Statement statement = writer.createStatement()) {
            statement.execute("DELETE FROM ended");
            try (DuckDBAppender out = staging("ended")) {
                for (Map.Entry<Long, Long> end : versions.endedBefore().entrySet()) {
                    out.beginRow()
                            .append(end.getKey().longValue())
                            .append(end.getValue().longValue())
                            .endRow();
                }
            }
            statement.execute(KEEP_ENDED.formatted(table));
            statement.execute(END_VERSIONS.formatted(table));
        }
    }

    private void endListings(Listings listings) throws SQLException {
        if (listings.endedBefore().isEmpty()) {
            return;
        }
        try (Statement statement = writer.createStatement()) {
            statement.execute("DELETE FROM ended_listing");
            try (DuckDBAppender out = staging("ended_listing")) {
                for (Map.Entry<Listings.Mention, Long> end :
                        listings.endedBefore().entrySet()) {
                    Listings.Mention mention = end.getKey();
                    out.beginRow().append(mention.dataset()).append(mention.incident());
                    out.append(end.getValue().longValue()).endRow();
                }
            }
            statement.execute(END_LISTINGS);
        }
    }

    private DuckDBAppender staging(String table) throws SQLException {
        return writer.createAppender("temp", "main", table);
    }

    private void start(Batch batch) throws SQLException {
        for (Rows<?> rows : batch.tables()) {
            try (DuckDBAppender out = writer.createAppender(Tables.PAST, rows.table())) {
                rows.appendEnded(out);
            }
            try (DuckDBAppender out = writer.createAppender(Tables.PRESENT, rows.table())) {
                rows.appendOpen(out);
            }
        }
        try (DuckDBAppender out = writer.createAppender("listing")) {
            for (Listings.Listing listing : batch.listings().rows()) {
                out.beginRow();
                out.append(listing.mention().dataset()).append(listing.mention().incident());
                out.append(listing.from()).append(listing.to()).endRow();
            }
        }
    }

    private void words(Words words) throws SQLException {
        try (DuckDBAppender out = writer.createAppender("word")) {
            for (Words.Numbered word : words.takeFresh()) {
                out.beginRow().append(word.number()).append(word.word()).endRow();
            }
        }
    }

    private void move(long at, String leaf) throws SQLException {
        try (PreparedStatement position = writer.prepareStatement("UPDATE position SET reached = ?, leaf = ?")) {
            position.setLong(1, at);
            position.setString(2, leaf);
            position.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
