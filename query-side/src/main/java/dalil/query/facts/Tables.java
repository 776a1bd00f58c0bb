package dalil.query.facts;

import java.util.List;

/**
 * The tables. Cells ({@link dalil.query.unit.Cells}) of words or times stand in the row itself, since a join with side tables costs more
 * than everything else in a tally together: a single one as a number, which is read several times as fast as a list; none or several as a
 * list beside it. Of the two columns exactly one is null.
 *
 * <p>Versions in force stand apart from those that ended, so that a question about now reads none that it would throw away. A view holds
 * both.
 */
final class Tables {

    /** A table of another layout is built again. */
    static final int VERSION = 11;

    /** The schema of versions that are still in force. */
    static final String PRESENT = "present";

    /** The schema of versions that ended. */
    static final String PAST = "past";

    /** The end of a version that is still in force. */
    static final long OPEN = Long.MAX_VALUE;

    private static final String VERSIONED =
            "unit BIGINT NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL, ";

    private static final String WHERE_AND_WHEN = """
            country INTEGER, country_several INTEGER[], region INTEGER, region_several INTEGER[], district INTEGER, district_several INTEGER[], settlement INTEGER, settlement_several INTEGER[],
            day INTEGER, day_several INTEGER[], month INTEGER, month_several INTEGER[], hour INTEGER, hour_several INTEGER[],
            time_from INTEGER[] NOT NULL, time_to INTEGER[] NOT NULL, time_wide BOOLEAN[] NOT NULL,
            any_wide BOOLEAN NOT NULL, first_day INTEGER, last_day INTEGER, in_force_from INTEGER, in_force_to INTEGER,
            earliest INTEGER, reach_from INTEGER, reach_to INTEGER,
            lat DOUBLE[] NOT NULL, lon DOUBLE[] NOT NULL, spot_certain BOOLEAN[] NOT NULL,
            search VARCHAR NOT NULL, shown VARCHAR NOT NULL""";

    private static final String MERGED =
            "merged_into VARCHAR, merged_at BIGINT NOT NULL, merged_since BIGINT NOT NULL, closed BOOLEAN NOT NULL, absorbed VARCHAR[] NOT NULL, ";

    private static final String FORCE = """
            weapon INTEGER, weapon_several INTEGER[], method INTEGER, method_several INTEGER[], munition INTEGER, munition_several INTEGER[],
            munition_asserted INTEGER, munition_asserted_several INTEGER[], munition_verified INTEGER, munition_verified_several INTEGER[], used_by INTEGER, used_by_several INTEGER[],
            unit_alleged INTEGER, unit_alleged_several INTEGER[]""";

    static final List<String> ALL = List.of(
            "CREATE SCHEMA " + PRESENT,
            "CREATE SCHEMA " + PAST,
            """
            CREATE TABLE position(
                reached BIGINT NOT NULL, leaf VARCHAR NOT NULL, ledger VARCHAR NOT NULL, layout INTEGER NOT NULL)""",
            "CREATE TABLE word(number INTEGER NOT NULL, word VARCHAR NOT NULL)",
            table("incident", """
                    id VARCHAR NOT NULL,
                    """ + MERGED + """
                    skipped BOOLEAN NOT NULL, covers INTEGER NOT NULL, sources INTEGER NOT NULL,
                    corroboration INTEGER, corroboration_several INTEGER[], source_type INTEGER, source_type_several INTEGER[],
                    kind INTEGER, kind_several INTEGER[], role INTEGER, role_several INTEGER[], label INTEGER, label_several INTEGER[],
                    heard BIGINT[] NOT NULL, relied_on BIGINT[] NOT NULL, origins INTEGER NOT NULL,
                    """ + WHERE_AND_WHEN),
            table(
                    "force_use",
                    "incident BIGINT NOT NULL, id VARCHAR NOT NULL, real BOOLEAN NOT NULL, shared INTEGER NOT NULL, "
                            + FORCE),
            table("casualty", """
                    id VARCHAR NOT NULL, incident BIGINT NOT NULL,
                    """ + MERGED + """
                    named_out VARCHAR[] NOT NULL,
                    skipped BOOLEAN NOT NULL, covers INTEGER NOT NULL,
                    least INTEGER NOT NULL, greatest INTEGER NOT NULL, reviewed INTEGER NOT NULL, sources INTEGER NOT NULL,
                    corroboration INTEGER, corroboration_several INTEGER[], source_type INTEGER, source_type_several INTEGER[],
                    outcome INTEGER, outcome_several INTEGER[], worst_outcome INTEGER, worst_outcome_several INTEGER[],
                    step INTEGER[] NOT NULL, step_from INTEGER[] NOT NULL, step_to INTEGER[] NOT NULL,
                    outcome_by_day BIGINT[] NOT NULL,
                    role INTEGER, role_several INTEGER[], sex INTEGER, sex_several INTEGER[], age_band INTEGER, age_band_several INTEGER[], label INTEGER, label_several INTEGER[],
                    heard BIGINT[] NOT NULL, relied_on BIGINT[] NOT NULL, origins INTEGER NOT NULL,
                    """ + WHERE_AND_WHEN),
            table("injury", """
                    casualty BIGINT NOT NULL, id VARCHAR NOT NULL, real BOOLEAN NOT NULL, shared INTEGER NOT NULL,
                    body_region INTEGER, body_region_several INTEGER[], mechanism INTEGER, mechanism_several INTEGER[], severity INTEGER, severity_several INTEGER[],
                    lasting_effect INTEGER, lasting_effect_several INTEGER[],
                    """ + FORCE),
            table("source", "id VARCHAR NOT NULL, origin VARCHAR NOT NULL, followed BOOLEAN NOT NULL"),
            table("candidate", "kind VARCHAR NOT NULL, one VARCHAR NOT NULL, other VARCHAR NOT NULL"),
            table("report", "id VARCHAR NOT NULL, urgent BOOLEAN NOT NULL"),
            table("dataset", "id VARCHAR NOT NULL, as_of VARCHAR NOT NULL"),
            table("figure", """
                    id VARCHAR NOT NULL, retracted BOOLEAN NOT NULL, withdrawn BOOLEAN NOT NULL, disputed BOOLEAN NOT NULL,
                    publisher VARCHAR NOT NULL, origin VARCHAR NOT NULL, reported_via VARCHAR, published VARCHAR,
                    as_of VARCHAR, as_of_from_time VARCHAR, as_of_to_time VARCHAR, as_of_from INTEGER, as_of_to INTEGER,
                    measure VARCHAR NOT NULL, unit_counted VARCHAR NOT NULL, period VARCHAR NOT NULL, population VARCHAR NOT NULL,
                    includes_dead VARCHAR NOT NULL, includes_security_forces VARCHAR NOT NULL, includes_medics VARCHAR NOT NULL,
                    qualifier VARCHAR NOT NULL, least BIGINT NOT NULL, greatest BIGINT NOT NULL,
                    part_of VARCHAR, followed_by VARCHAR, dataset VARCHAR, place VARCHAR[] NOT NULL"""),
            """
            CREATE TABLE listing(
                dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL)""");

    static final List<String> STAGING = List.of(
            "CREATE TEMP TABLE ended(unit BIGINT NOT NULL, ends BIGINT NOT NULL)",
            "CREATE TEMP TABLE ended_listing(dataset INTEGER NOT NULL, incident VARCHAR NOT NULL, ends BIGINT NOT NULL)");

    private Tables() {}

    private static String table(String name, String columns) {
        return "CREATE TABLE %2$s.%1$s(%4$s%5$s); CREATE TABLE %3$s.%1$s(%4$s%5$s); CREATE VIEW %1$s AS FROM %2$s.%1$s UNION ALL FROM %3$s.%1$s"
                .formatted(name, PRESENT, PAST, VERSIONED, columns);
    }
}
