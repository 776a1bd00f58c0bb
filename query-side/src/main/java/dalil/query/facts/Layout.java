package dalil.query.facts;

import dalil.query.unit.CasualtyRow;
import dalil.query.unit.FigureRow;
import dalil.query.unit.ForceCells;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.InjuryRow;
import dalil.query.unit.PlaceCells;
import dalil.query.unit.TimeCells;
import java.sql.SQLException;
import java.util.Collections;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How rows get into the tables: cell by cell, in the order of {@link Tables}. */
final class Layout {

    private Layout() {}

    static void incident(DuckDBAppender out, Version<IncidentRow> version) throws SQLException {
        IncidentRow row = version.row();
        begin(out, version);
        out.append(row.id()).append(row.skipped()).append(row.covers()).append(row.sources());
        out.append(row.corroboration())
                .append(row.sourceType())
                .append(row.kind())
                .append(row.role())
                .append(row.label());
        levels(out, row.place());
        time(out, row.time());
        spots(out, row.place());
        out.append(row.search()).append(row.shown());
        out.endRow();
    }

    static void forceUse(DuckDBAppender out, Version<ForceUseRow> version) throws SQLException {
        ForceUseRow row = version.row();
        begin(out, version);
        out.append(row.incident()).append(row.id()).append(row.real());
        force(out, row.force());
        out.endRow();
    }

    static void casualty(DuckDBAppender out, Version<CasualtyRow> version) throws SQLException {
        CasualtyRow row = version.row();
        begin(out, version);
        out.append(row.id()).append(row.incident());
        append(out, row.mergedInto());
        out.append(row.mergedAt()).append(row.closed()).append(row.skipped()).append(row.covers());
        out.append(row.least()).append(row.greatest()).append(row.sources());
        out.append(row.corroboration()).append(row.sourceType());
        out.append(row.path().ever()).append(row.path().worst());
        out.append(row.path().step())
                .append(row.path().from())
                .append(row.path().to());
        out.append(row.role()).append(row.sex()).append(row.age()).append(row.label());
        levels(out, row.place());
        time(out, row.time());
        spots(out, row.place());
        out.append(row.search()).append(row.shown());
        out.endRow();
    }

    static void injury(DuckDBAppender out, Version<InjuryRow> version) throws SQLException {
        InjuryRow row = version.row();
        begin(out, version);
        out.append(row.casualty()).append(row.id()).append(row.real());
        out.append(row.bodyRegion())
                .append(row.mechanism())
                .append(row.severity())
                .append(row.lastingEffect());
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
        out.endRow();
    }

    private static void force(DuckDBAppender out, ForceCells force) throws SQLException {
        out.append(force.weapon()).append(force.method()).append(force.munition());
        out.append(force.munitionAsserted()).append(force.munitionVerified()).append(force.usedBy());
        out.append(force.unitAlleged());
    }

    private static void levels(DuckDBAppender out, PlaceCells place) throws SQLException {
        out.append(place.country())
                .append(place.region())
                .append(place.district())
                .append(place.settlement());
    }

    private static void time(DuckDBAppender out, TimeCells time) throws SQLException {
        out.append(time.day()).append(time.month()).append(time.hour());
        out.append(time.from()).append(time.to()).append(time.wide());
        out.append(time.wide().contains(true));
        append(out, time.from().isEmpty() ? null : Collections.min(time.from()));
        append(out, time.to().isEmpty() ? null : Collections.max(time.to()));
        append(out, time.inForceFrom());
        append(out, time.inForceTo());
        append(out, time.earliest());
        append(out, time.reachFrom());
        append(out, time.reachTo());
    }

    private static void spots(DuckDBAppender out, PlaceCells place) throws SQLException {
        out.append(place.spots().stream().map(PlaceCells.Spot::lat).toList());
        out.append(place.spots().stream().map(PlaceCells.Spot::lon).toList());
        out.append(place.spots().stream().map(PlaceCells.Spot::certain).toList());
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
