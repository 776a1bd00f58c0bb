package dalil.command.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.Imported;
import dalil.command.imports.row.DatasetIds;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.Protected;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.figure.Figure;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published totals out of rows. The publishers and numbers are invented. */
class FigureRowsTest {

    private static final String HEAD = """
            profile: totals
            dataset: { name: totals, publisher: { name: A club, type: other } }
            """;
    private static final String CSV = HEAD + "records: { format: csv }\nid: id\n";
    private static final DatasetIds IDS = DatasetIds.named("totals", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_figure_is_told_with_everything_that_is_known_of_it() {
        Imported imported = figures("""
                dates: { kept: [edtf] }
                hours: { theirs: ["{hour}:{minute} local", { words: [evening], untimed: true }] }
                vocabulary:
                  who: { list: figure-population, codes: { medics: [ambulance staff] } }
                  kinds: { list: source-type, otherwise: unknown, codes: { press-release-of-government: [A ministry] } }
                """, """
                publisher: { name: publisher, type: { column: publisher, map: kinds }, origin: { const: self } }
                origin: { name: { column: origin, null: [unknown] }, type: { column: origin, map: kinds } }
                reportedVia: { name: via, type: { const: newspaper-write-up } }
                published: published
                asOf: { column: as_of, dates: kept, timeOfDay: { column: words, hours: theirs }, words: words }
                measure: measure
                measureWords: said
                unit: { const: persons }
                period: { const: since-start }
                population: { column: who, map: who }
                populationWords: who
                includes: { dead: dead, medics: { const: "yes" } }
                qualifier: qualifier
                value: value
                note: note
                place: [country, region]
                """, """
                id,publisher,origin,via,published,as_of,words,measure,said,who,dead,qualifier,value,note,country,region
                1,A ministry,A ministry,Daily,2020-10-06,2020-10-05/2020-10-06,08:00 local,hospitalised,were taken in,ambulance staff,no,at-least,12,a remark,KG,Bishkek
                2,A union,A ministry,,2020-10,2020-10-06,evening,dead,,all,,,3,,KG,
                3,A union,unknown,,,,,dead,,,,,4,,,
                """);
        assertThat(imported.rejected()).isEmpty();
        String ministry = IDS.source("A ministry").toString();
        Figure first = figure(imported, "1");
        Protected<String> words = Protected.of("source/" + ministry, "08:00 local");
        assertThat(first)
                .isEqualTo(new Figure(
                        ministry,
                        "self",
                        IDS.source("Daily").toString(),
                        "2020-10-06",
                        new Occurred("2020-10-05/2020-10-06", new Hours("08:00", "08:00", false), words),
                        "hospitalised",
                        Protected.of("source/" + ministry, "were taken in"),
                        "persons",
                        "since-start",
                        "medics",
                        Protected.of("source/" + ministry, "ambulance staff"),
                        new Figure.Includes("no", "not-stated", "yes"),
                        "at-least",
                        12,
                        12,
                        null,
                        Protected.of("source/" + ministry, "a remark"),
                        List.of("KG", "Bishkek")));
        Figure second = figure(imported, "2");
        assertThat(second.origin()).isEqualTo(ministry);
        assertThat(second.published()).isEqualTo("2020-10");
        assertThat(second.population()).as("a word that the map does not have").isEqualTo("not-stated");
        assertThat(second.qualifier()).isEqualTo("exactly");
        assertThat(second.place()).containsExactly("KG");
        assertThat(figure(imported, "3").place()).as("nobody states one").isNull();
        assertThat(Objects.requireNonNull(second.asOf()).timeOfDay()).isNull();
        assertThat(Objects.requireNonNull(second.asOf().words()).value()).contains("evening");
        assertThat(figure(imported, "3").origin()).isEqualTo("unknown");
        assertThat(figure(imported, "3").reportedVia())
                .as("read in the dataset")
                .isEqualTo(IDS.publisher().toString());
        List<RegisterSource> sources = imported.sent().sources();
        assertThat(sources.stream().map(RegisterSource::stream).distinct())
                .as("the dataset's publisher and one for each name")
                .hasSize(4);
        assertThat(sources.stream().filter(source -> source.name().equals("A ministry")))
                .allSatisfy(source -> {
                    assertThat(source.type()).isEqualTo("press-release-of-government");
                    assertThat(source.origin()).isIn("self", "unknown");
                });
        assertThat(imported.report().given().figures()).isEqualTo(3);
    }

    @Test
    void each_column_can_be_the_value_of_a_figure_of_its_own() {
        String emit = """
                emit:
                  - kind: figure
                    columns:
                      killed: { measure: { const: dead } }
                      killed_cum: { measure: { const: dead }, period: { const: since-start } }
                      women.hurt: { measure: { const: injured }, population: { const: women } }
                    set:
                      published: day
                      asOf: day
                      period: { const: in-period }
                      population: { const: all }
                """;
        Imported imported = Imported.of(folder, HEAD + "records: { format: json, at: '[]' }\nid: day\n" + emit, """
                        [{"day":"2020-10-05","killed":1,"killed_cum":3,"women":{"hurt":0}},
                         {"day":"2020-10-06","killed_cum":"unknown"},
                         {"day":"2020-10-07"}]
                        """);
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.sent().figures().stream()
                        .map(listed -> listed.figure().measure() + " "
                                + listed.figure().population() + " "
                                + listed.figure().period() + " "
                                + listed.figure().least()))
                .containsExactly("dead all in-period 1", "dead all since-start 3", "injured women in-period 0");
        assertThat(imported.sent().figures().get(2).stream())
                .isEqualTo("figure/" + DatasetIds.part(IDS.row("2020-10-05"), "figure", 1, "women.hurt"));
        assertThat(imported.sent().figures()).allSatisfy(listed -> {
            assertThat(listed.figure().publisher()).isEqualTo(IDS.publisher().toString());
            assertThat(listed.figure().reportedVia()).isNull();
        });
        assertThat(imported.report().rows().skipped())
                .as("a row without a number gives nothing")
                .isEqualTo(2);
        assertThat(Objects.requireNonNull(imported.sent().listing).ids()).hasSize(3);
    }

    @Test
    void a_range_has_two_ends_and_a_part_knows_its_whole() {
        Imported imported =
                Imported.of(folder, CSV + """
                emit:
                  - { kind: figure, called: all, id: { const: all }, set: { measure: { const: injured }, value: { least: from, greatest: to } } }
                  - { kind: figure, id: { const: police }, set: { measure: { const: injured }, population: { const: police }, value: police, partOf: all } }
                  - { kind: figure, id: { const: later }, set: { measure: { const: injured }, value: later, partOf: { ref: day, id: { const: all } } } }
                """, "id,from,to,police,later,day\n1,90,110,40,,\n2,5,5,,7,1\n3,,,9,8,\n");
        assertThat(imported.rejected()).isEmpty();
        Figure whole = figure(imported, "1", "all");
        assertThat(whole.qualifier()).isEqualTo("range");
        assertThat(whole.greatest()).isEqualTo(110);
        String id = DatasetIds.part(IDS.row("1"), "figure", 1, "all").toString();
        assertThat(figure(imported, "1", "police").partOf()).isEqualTo(id);
        assertThat(figure(imported, "2", "later").partOf()).isEqualTo(id);
        assertThat(figure(imported, "2", "all").qualifier()).isEqualTo("exactly");
        assertThat(figure(imported, "3", "police").partOf()).isNull();
        assertThat(figure(imported, "3", "later").partOf()).isNull();
        assertThat(imported.sent().rows.stream()
                        .filter(row -> row.records().contains("figure/" + id))
                        .map(row -> row.turn()))
                .containsExactly(imported.sent().rows.stream()
                        .filter(row -> row.key().equals("row/" + IDS.row("2")))
                        .findFirst()
                        .orElseThrow()
                        .turn());
    }

    @Test
    void a_dry_run_finds_what_would_be_refused() {
        String rows =
                "id,measure,value,unit,day,from\n1,deed,1,persons,,\n2,dead,-1,persons,,\n3,injured,101,percent,,\n"
                        + "4,dead,1,persons,2020-13,\n5,dead,few,persons,,\n6,,1,persons,,\n7,dead,5,persons,,3\n";
        String set = """
                measure: measure
                unit: unit
                published: day
                qualifier: { const: exactly }
                value: { least: { first: [from, value] }, greatest: value }
                """;
        assertThat(figures("", set, rows).rejected())
                .containsExactly(
                        "1,measure,unknown-word,not a word of the list figure-measure; see /api/vocabularies/figure-measure",
                        "2,value,out-of-range,\"a whole number from 0 on, the least first\"",
                        "3,value,out-of-range,percent go up to 100",
                        "4,published,impossible-date,there is no month 13",
                        "5,value,bad-number,\"\"\"few\"\" is not a whole number\"",
                        "6,measure,missing,a word of the list figure-measure is required",
                        "7,value,wrong-form,two numbers are a range");
    }

    @Test
    void a_total_may_be_in_words_and_words_for_no_number_are_no_figure() {
        String formats = "ranges: { theirs: ['{least}-{greatest}', { words: [many], answer: unknown }] }\n";
        String set = "measure: { const: dead }\nvalue: { column: value, ranges: theirs }\n";
        Imported imported = figures(formats, set, "id,value\n1,5-7\n2,many\n3,few\n4,9\n");
        assertThat(imported.sent().figures())
                .extracting(
                        figure -> figure.figure().least(),
                        figure -> figure.figure().greatest(),
                        figure -> figure.figure().qualifier())
                .containsExactlyInAnyOrder(tuple(5L, 7L, "range"), tuple(9L, 9L, "exactly"));
        assertThat(imported.rejected())
                .containsExactly(
                        "3,value,bad-number,\"\"\"few\"\" is not a whole number, and written in none of the ways"
                                + " that ranges.theirs declares\"");
    }

    @Test
    void figures_without_an_id_keep_theirs_whatever_stands_around_them_and_equal_ones_stay_two() {
        String yaml = HEAD + "records: { format: csv }\n"
                + "emit: [{ kind: figure, set: { measure: { const: dead }, value: n, note: said } }]\n";
        Set<String> before = streams(Imported.of(folder, yaml, "n,said\n1,x\n1,x\n2,y\n"));
        assertThat(before).hasSize(3);
        assertThat(streams(Imported.of(folder, yaml, "n,said\n9,z\n2,y\n1,x\n1,x\n")))
                .hasSize(4)
                .containsAll(before);
    }

    @Test
    void origins_are_registered_before_what_goes_back_to_them() {
        Imported imported = Imported.of(folder, CSV + """
                emit:
                  - kind: source
                    called: paper
                    id: paper
                    existence: nothing
                    set:
                      type: { const: newspaper-write-up }
                      name: paper
                      origin: { name: said_by, type: { const: press-release-of-government }, origin: { const: self } }
                  - { kind: figure, set: { publisher: paper, origin: { name: said_by }, measure: { const: dead }, value: n } }
                """, "id,paper,said_by,n\n1,Daily,A ministry,1\n2,Weekly,,2\n");
        assertThat(imported.rejected()).isEmpty();
        List<RegisterSource> sources = imported.sent().rows.stream()
                .filter(row -> row.key().equals("row/" + IDS.row("1")))
                .flatMap(row -> row.commands().stream())
                .filter(RegisterSource.class::isInstance)
                .map(RegisterSource.class::cast)
                .toList();
        assertThat(sources.stream().map(RegisterSource::name)).containsExactly("A ministry", "Daily");
        assertThat(sources.get(0).origin()).isEqualTo("self");
        assertThat(sources.get(1).origin())
                .isEqualTo(IDS.source("A ministry").toString())
                .isEqualTo(figure(imported, "1").origin());
        assertThat(figure(imported, "2").origin()).isEqualTo("unknown");
    }

    private Imported figures(String more, String set, String rows) {
        return Imported.of(folder, CSV + more + "emit:\n  - kind: figure\n    set:\n" + set.indent(6), rows);
    }

    private static Figure figure(Imported imported, String row) {
        return figure(imported, row, null);
    }

    private static Figure figure(Imported imported, String row, @Nullable String id) {
        String[] name = id == null ? new String[0] : new String[] {id};
        String stream = "figure/" + DatasetIds.part(IDS.row(row), "figure", 1, name);
        return imported.sent().figures().stream()
                .filter(listed -> listed.stream().equals(stream))
                .map(PublishListedFigure::figure)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> streams(Imported imported) {
        assertThat(imported.rejected()).isEmpty();
        return imported.sent().figures().stream()
                .map(PublishListedFigure::stream)
                .collect(Collectors.toSet());
    }
}
