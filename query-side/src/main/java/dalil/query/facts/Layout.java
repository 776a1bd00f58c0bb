package dalil.query.facts;

import dalil.query.unit.CandidateRow;
import dalil.query.unit.CasualtyRow;
import dalil.query.unit.DatasetRow;
import dalil.query.unit.FigureRow;
import dalil.query.unit.ForceCells;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.Heard;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.InjuryRow;
import dalil.query.unit.Merged;
import dalil.query.unit.PlaceCells;
import dalil.query.unit.ReportRow;
import dalil.query.unit.SourceRow;
import dalil.query.unit.TimeCells;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How rows get into the tables: cell by cell, in the order of {@link Tables}. */
final class Layout {

    private Layout() {}

    static void incident(DuckDBAppender out, Version<IncidentRow> version) throws SQLException {
        IncidentRow row = version.row();
        begin(out, version);
        out.append(row.id());
        merged(out, row.merged());
        out.append(row.skipped()).append(row.covers()).append(row.sources());
        cells(out, List.of(row.corroboration(), row.sourceType(), row.kind(), row.role(), row.label()));
        heard(out, row.heard());
        whereAndWhen(out, row.place(), row.time());
        out.append(row.search()).append(row.shown());
        out.endRow();
    }

    static void forceUse(DuckDBAppender out, Version<ForceUseRow> version) throws SQLException {
        ForceUseRow row = version.row();
        begin(out, version);
        out.append(row.incident()).append(row.id()).append(row.real()).append(row.shared());
        force(out, row.force());
        out.endRow();
    }

    static void casualty(DuckDBAppender out, Version<CasualtyRow> version) throws SQLException {
        CasualtyRow row = version.row();
        begin(out, version);
        out.append(row.id()).append(row.incident());
        merged(out, row.merged());
        out.append(row.namedOut()).append(row.skipped()).append(row.covers());
        out.append(row.least()).append(row.greatest()).append(row.reviewed()).append(row.sources());
        cells(
                out,
                List.of(
                        row.corroboration(),
                        row.sourceType(),
                        row.path().ever(),
                        row.path().worst()));
        out.append(row.path().step())
                .append(row.path().from())
                .append(row.path().to())
                .append(row.path().byDay());
        cells(out, List.of(row.role(), row.sex(), row.age(), row.label()));
        heard(out, row.heard());
        whereAndWhen(out, row.place(), row.time());
        out.append(row.search()).append(row.shown());
        out.endRow();
    }

    static void injury(DuckDBAppender out, Version<InjuryRow> version) throws SQLException {
        InjuryRow row = version.row();
        begin(out, version);
        out.append(row.casualty()).append(row.id()).append(row.real()).append(row.shared());
        cells(out, List.of(row.bodyRegion(), row.mechanism(), row.severity(), row.lastingEffect()));
        force(out, row.force());
        out.endRow();
    }

    static void figure(DuckDBAppender out, Version<FigureRow> version) throws SQLException {
        FigureRow row = version.row();
        begin(out, version);
        out.append(row.id()).append(row.retracted()).append(row.withdrawn()).append(row.disputed());
        out.append(row.publisher()).append(row.origin());
        append(out, row.reportedVia());
        append(out, row.published());
        append(out, row.asOf());
        append(out, row.asOfFromTime());
        append(out, row.asOfToTime());
        append(out, row.asOfFrom());
        append(out, row.asOfTo());
        out.append(row.measure()).append(row.unitCounted()).append(row.period()).append(row.population());
        out.append(row.includesDead()).append(row.includesSecurityForces()).append(row.includesMedics());
        out.append(row.qualifier()).append(row.least()).append(row.greatest());
        append(out, row.partOf());
        append(out, row.followedBy());
        append(out, row.dataset());
        out.append(row.place());
        out.endRow();
    }

    static void candidate(DuckDBAppender out, Version<CandidateRow> version) throws SQLException {
        begin(out, version);
        CandidateRow row = version.row();
        out.append(row.kind()).append(row.one()).append(row.other());
        out.endRow();
    }

    static void report(DuckDBAppender out, Version<ReportRow> version) throws SQLException {
        begin(out, version);
        out.append(version.row().id()).append(version.row().urgent());
        out.endRow();
    }

    static void dataset(DuckDBAppender out, Version<DatasetRow> version) throws SQLException {
        begin(out, version);
        out.append(version.row().id()).append(version.row().asOf());
        out.endRow();
    }

    private static void merged(DuckDBAppender out, Merged merged) throws SQLException {
        append(out, merged.into());
        out.append(merged.at()).append(merged.since()).append(merged.closed()).append(merged.absorbed());
    }

    static void source(DuckDBAppender out, Version<SourceRow> version) throws SQLException {
        begin(out, version);
        out.append(version.row().id())
                .append(version.row().origin())
                .append(version.row().followed());
        out.endRow();
    }

    private static void heard(DuckDBAppender out, Heard heard) throws SQLException {
        out.append(heard.standing()).append(heard.reliedOn()).append(heard.origins());
    }

    private static void force(DuckDBAppender out, ForceCells force) throws SQLException {
        cells(
                out,
                List.of(
                        force.weapon(),
                        force.method(),
                        force.munition(),
                        force.munitionAsserted(),
                        force.munitionVerified(),
                        force.usedBy(),
                        force.unitAlleged()));
    }

    private static void whereAndWhen(DuckDBAppender out, PlaceCells place, TimeCells time) throws SQLException {
        cells(out, List.of(place.country(), place.region(), place.district(), place.settlement()));
        boolean wide = time.wide().contains(true);
        cells(out, time.day(), wide);
        cells(out, time.month(), wide);
        cells(out, time.hour(), false);
        out.append(time.from()).append(time.to()).append(time.wide());
        out.append(wide);
        append(out, time.from().isEmpty() ? null : Collections.min(time.from()));
        append(out, time.to().isEmpty() ? null : Collections.max(time.to()));
        append(out, time.inForceFrom());
        append(out, time.inForceTo());
        append(out, time.earliest());
        append(out, time.reachFrom());
        append(out, time.reachTo());
        out.append(place.spots().stream().map(PlaceCells.Spot::lat).toList());
        out.append(place.spots().stream().map(PlaceCells.Spot::lon).toList());
        out.append(place.spots().stream().map(PlaceCells.Spot::certain).toList());
    }

    private static void cells(DuckDBAppender out, List<List<Integer>> dimensions) throws SQLException {
        for (List<Integer> cells : dimensions) {
            cells(out, cells, false);
        }
    }

    /** @param more whether there are others that are not listed */
    private static void cells(DuckDBAppender out, List<Integer> cells, boolean more) throws SQLException {
        if (cells.size() == 1 && !more) {
            out.append(cells.get(0).intValue()).appendNull();
        } else {
            out.appendNull().append(cells);
        }
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

    private static void append(DuckDBAppender out, @Nullable String value) throws SQLException {
        if (value == null) {
            out.appendNull();
        } else {
            out.append(value);
        }
    }
}
