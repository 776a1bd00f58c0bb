package dalil.query.facts;

import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.TimeCells;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The tables and how rows get in. Cells ({@link dalil.query.unit.Cells}) of words or times stand in the row itself, since a join with
 * side tables costs more than everything else in a tally together: a single one as a number, which is read several times as fast as
 * a list; none or several as a list beside it. Of the two columns exactly one is null.
 */
final class Layout {

    /** A table of another layout is built again. */
    static final int VERSION = 3;

    /** The end of a version that is still in force. */
    static final long OPEN = Long.MAX_VALUE;

    static final List<String> TABLES = List.of(
            "CREATE TABLE position(reached BIGINT NOT NULL, leaf VARCHAR NOT NULL, ledger VARCHAR NOT NULL, layout INTEGER NOT NULL)",
            "CREATE TABLE word(number INTEGER NOT NULL, word VARCHAR NOT NULL)",
            """
            CREATE TABLE incident(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                id VARCHAR NOT NULL, skipped BOOLEAN NOT NULL, covers INTEGER NOT NULL, sources INTEGER NOT NULL,
            """
                    + cells("corroboration", "kind", "role", "label", "country", "region", "district", "settlement")
                    + cells("day", "month", "hour")
                    + """
                time_from INTEGER[] NOT NULL, time_to INTEGER[] NOT NULL, time_wide BOOLEAN[] NOT NULL,
                any_wide BOOLEAN NOT NULL, first_day INTEGER, last_day INTEGER, in_force_from INTEGER, in_force_to INTEGER,
                earliest INTEGER, reach_from INTEGER, reach_to INTEGER,
                lat DOUBLE[] NOT NULL, lon DOUBLE[] NOT NULL, spot_certain BOOLEAN[] NOT NULL,
                search VARCHAR NOT NULL, shown VARCHAR NOT NULL)""",
            """
            CREATE TABLE force_use(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                incident BIGINT NOT NULL, id VARCHAR NOT NULL, real BOOLEAN NOT NULL,
            """
                    + cells("weapon", "method", "munition", "munition_asserted", "munition_verified", "used_by")
                    + "shared INTEGER NOT NULL)",
            """
            CREATE TABLE listing(
                dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL)""");

    static final List<String> STAGING = List.of(
            "CREATE TEMP TABLE ended(unit BIGINT NOT NULL, ends BIGINT NOT NULL)",
            "CREATE TEMP TABLE ended_listing(dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, ends BIGINT NOT NULL)");

    private Layout() {}

    static void append(DuckDBAppender out, Version<IncidentRow> version) throws SQLException {
        IncidentRow row = version.row();
        TimeCells time = row.time();
        begin(out, version);
        out.append(row.id()).append(row.skipped()).append(row.covers()).append(row.sources());
        boolean wide = time.wide().contains(true);
        for (List<Integer> cells : List.of(row.corroboration(), row.kind(), row.role(), row.label())) {
            append(out, cells, false);
        }
        for (List<Integer> cells : List.of(row.country(), row.region(), row.district(), row.settlement())) {
            append(out, cells, false);
        }
        append(out, time.day(), wide);
        append(out, time.month(), wide);
        append(out, time.hour(), false);
        out.append(time.from()).append(time.to()).append(time.wide());
        out.append(wide);
        append(out, time.from().isEmpty() ? null : Collections.min(time.from()));
        append(out, time.to().isEmpty() ? null : Collections.max(time.to()));
        append(out, time.inForceFrom());
        append(out, time.inForceTo());
        append(out, time.earliest());
        append(out, time.reachFrom());
        append(out, time.reachTo());
        out.append(row.spots().stream().map(IncidentRow.Spot::lat).toList());
        out.append(row.spots().stream().map(IncidentRow.Spot::lon).toList());
        out.append(row.spots().stream().map(IncidentRow.Spot::certain).toList());
        out.append(row.search()).append(row.shown());
        out.endRow();
    }

    static void appendForceUse(DuckDBAppender out, Version<ForceUseRow> version) throws SQLException {
        ForceUseRow row = version.row();
        begin(out, version);
        out.append(row.incident()).append(row.id()).append(row.real());
        append(out, row.weapon(), false);
        append(out, row.method(), false);
        append(out, row.munition(), false);
        append(out, row.munitionAsserted(), false);
        append(out, row.munitionVerified(), false);
        append(out, row.usedBy(), false);
        out.append(row.shared());
        out.endRow();
    }

    private static void begin(DuckDBAppender out, Version<?> version) throws SQLException {
        out.beginRow();
        out.append(version.row().unit()).append(version.from()).append(version.to());
    }

    private static void append(DuckDBAppender out, @Nullable Integer value) throws SQLException {
        if (value == null) {
            out.appendNull();
        } else {
            out.append(value.intValue());
        }
    }

    private static String cells(String... names) {
        StringBuilder columns = new StringBuilder();
        for (String name : names) {
            columns.append("%1$s INTEGER, %1$s_several INTEGER[],%n".formatted(name));
        }
        return columns.toString();
    }

    /** @param more whether there are others that are not listed */
    private static void append(DuckDBAppender out, List<Integer> cells, boolean more) throws SQLException {
        if (cells.size() == 1 && !more) {
            out.append(cells.get(0).intValue()).appendNull();
        } else {
            out.appendNull().append(cells);
        }
    }
}
