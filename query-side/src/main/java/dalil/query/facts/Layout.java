package dalil.query.facts;

import dalil.query.unit.CasualtyRow;
import dalil.query.unit.FigureRow;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.InjuryRow;
import dalil.query.unit.PlaceCells;
import dalil.query.unit.TimeCells;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The tables and how rows get in. Lists of integers are cells ({@link dalil.query.unit.Cells}) of words or times; lists stand in the
 * row itself since a join with side tables costs more than everything else in a tally together.
 */
final class Layout {

    /** A table of another layout is built again. */
    static final int VERSION = 4;

    /** The end of a version that is still in force. */
    static final long OPEN = Long.MAX_VALUE;

    static final List<String> TABLES = List.of(
            """
            CREATE TABLE position(reached BIGINT NOT NULL, leaf VARCHAR NOT NULL, ledger VARCHAR NOT NULL, layout INTEGER NOT NULL)""", "CREATE TABLE word(number INTEGER NOT NULL, word VARCHAR NOT NULL)", """
            CREATE TABLE incident(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                id VARCHAR NOT NULL, skipped BOOLEAN NOT NULL, covers INTEGER NOT NULL, sources INTEGER NOT NULL,
                corroboration INTEGER[] NOT NULL, source_type INTEGER[] NOT NULL, kind INTEGER[] NOT NULL, role INTEGER[] NOT NULL, label INTEGER[] NOT NULL,
                country INTEGER[] NOT NULL, region INTEGER[] NOT NULL, district INTEGER[] NOT NULL, settlement INTEGER[] NOT NULL,
                day INTEGER[] NOT NULL, month INTEGER[] NOT NULL, hour INTEGER[] NOT NULL,
                time_from INTEGER[] NOT NULL, time_to INTEGER[] NOT NULL, time_wide BOOLEAN[] NOT NULL,
                any_wide BOOLEAN NOT NULL, first_day INTEGER, last_day INTEGER, in_force_from INTEGER, in_force_to INTEGER,
                earliest INTEGER, reach_from INTEGER, reach_to INTEGER,
                lat DOUBLE[] NOT NULL, lon DOUBLE[] NOT NULL, spot_certain BOOLEAN[] NOT NULL,
                search VARCHAR NOT NULL, shown VARCHAR NOT NULL)""", """
            CREATE TABLE force_use(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                incident BIGINT NOT NULL, id VARCHAR NOT NULL, real BOOLEAN NOT NULL,
                weapon INTEGER[] NOT NULL, method INTEGER[] NOT NULL, munition INTEGER[] NOT NULL,
                munition_asserted INTEGER[] NOT NULL, munition_verified INTEGER[] NOT NULL, used_by INTEGER[] NOT NULL,
                unit_alleged INTEGER[] NOT NULL)""", """
            CREATE TABLE casualty(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                id VARCHAR NOT NULL, incident BIGINT NOT NULL, merged_into VARCHAR, merged_at BIGINT NOT NULL, merged_since BIGINT NOT NULL,
                closed BOOLEAN NOT NULL, named_out VARCHAR[] NOT NULL,
                skipped BOOLEAN NOT NULL, covers INTEGER NOT NULL,
                least INTEGER NOT NULL, greatest INTEGER NOT NULL, sure INTEGER NOT NULL, sources INTEGER NOT NULL,
                corroboration INTEGER[] NOT NULL, source_type INTEGER[] NOT NULL,
                outcome INTEGER[] NOT NULL, worst_outcome INTEGER[] NOT NULL,
                step INTEGER[] NOT NULL, step_from INTEGER[] NOT NULL, step_to INTEGER[] NOT NULL,
                step_until INTEGER[] NOT NULL, step_stands BOOLEAN[] NOT NULL,
                role INTEGER[] NOT NULL, sex INTEGER[] NOT NULL, age_band INTEGER[] NOT NULL, label INTEGER[] NOT NULL,
                country INTEGER[] NOT NULL, region INTEGER[] NOT NULL, district INTEGER[] NOT NULL, settlement INTEGER[] NOT NULL,
                day INTEGER[] NOT NULL, month INTEGER[] NOT NULL, hour INTEGER[] NOT NULL,
                time_from INTEGER[] NOT NULL, time_to INTEGER[] NOT NULL, time_wide BOOLEAN[] NOT NULL,
                any_wide BOOLEAN NOT NULL, first_day INTEGER, last_day INTEGER, in_force_from INTEGER, in_force_to INTEGER,
                earliest INTEGER, reach_from INTEGER, reach_to INTEGER,
                lat DOUBLE[] NOT NULL, lon DOUBLE[] NOT NULL, spot_certain BOOLEAN[] NOT NULL,
                search VARCHAR NOT NULL, shown VARCHAR NOT NULL)""", """
            CREATE TABLE injury(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                casualty BIGINT NOT NULL, id VARCHAR NOT NULL, real BOOLEAN NOT NULL,
                body_region INTEGER[] NOT NULL, mechanism INTEGER[] NOT NULL, severity INTEGER[] NOT NULL,
                lasting_effect INTEGER[] NOT NULL, weapon INTEGER[] NOT NULL, method INTEGER[] NOT NULL,
                munition INTEGER[] NOT NULL, munition_asserted INTEGER[] NOT NULL, munition_verified INTEGER[] NOT NULL,
                used_by INTEGER[] NOT NULL, unit_alleged INTEGER[] NOT NULL)""", """
            CREATE TABLE figure(
                unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL,
                id VARCHAR NOT NULL, retracted BOOLEAN NOT NULL, withdrawn BOOLEAN NOT NULL, disputed BOOLEAN NOT NULL,
                publisher VARCHAR NOT NULL, origin VARCHAR NOT NULL, reported_via VARCHAR, published VARCHAR,
                as_of VARCHAR, as_of_from_time VARCHAR, as_of_to_time VARCHAR, as_of_from INTEGER, as_of_to INTEGER,
                measure VARCHAR NOT NULL, unit_counted VARCHAR NOT NULL, period VARCHAR NOT NULL, population VARCHAR NOT NULL,
                includes_dead VARCHAR NOT NULL, includes_security_forces VARCHAR NOT NULL, includes_medics VARCHAR NOT NULL,
                qualifier VARCHAR NOT NULL, least BIGINT NOT NULL, greatest BIGINT NOT NULL,
                part_of VARCHAR, followed_by VARCHAR, dataset VARCHAR)""", """
            CREATE TABLE listing(
                dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL)""");

    static final List<String> STAGING = List.of(
            "CREATE TEMP TABLE ended(unit BIGINT NOT NULL, ends BIGINT NOT NULL)",
            "CREATE TEMP TABLE ended_listing(dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, ends BIGINT NOT NULL)");

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
        out.append(row.weapon()).append(row.method()).append(row.munition());
        out.append(row.munitionAsserted()).append(row.munitionVerified()).append(row.usedBy());
        out.append(row.unitAlleged());
        out.endRow();
    }

    static void casualty(DuckDBAppender out, Version<CasualtyRow> version) throws SQLException {
        CasualtyRow row = version.row();
        begin(out, version);
        out.append(row.id()).append(row.incident());
        append(out, row.mergedInto());
        out.append(row.mergedAt())
                .append(row.mergedSince())
                .append(row.closed())
                .append(row.namedOut());
        out.append(row.skipped()).append(row.covers());
        out.append(row.least()).append(row.greatest()).append(row.sure()).append(row.sources());
        out.append(row.corroboration()).append(row.sourceType());
        out.append(row.path().ever()).append(row.path().worst());
        out.append(row.path().step())
                .append(row.path().from())
                .append(row.path().to())
                .append(row.path().until())
                .append(row.path().stands());
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
        out.append(row.weapon()).append(row.method()).append(row.munition());
        out.append(row.munitionAsserted()).append(row.munitionVerified()).append(row.usedBy());
        out.append(row.unitAlleged());
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
