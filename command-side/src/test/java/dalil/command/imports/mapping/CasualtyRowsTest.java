package dalil.command.imports.mapping;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.imports.Imported;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.NameBasedUuid;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.PersonName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, groups and injuries out of rows. Every name in these files is invented. */
class CasualtyRowsTest {

    private static final String HEAD = """
            profile: list
            dataset: { name: list, publisher: { name: A club, type: other } }
            """;
    private static final String CSV = HEAD + "records: { format: csv }\n";
    private static final DatasetIds IDS = DatasetIds.named("list", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void each_person_of_a_row_is_a_casualty_of_its_incident_with_injuries_of_their_own() {
        Imported imported = Imported.of(folder, HEAD + """
                records: { format: json, at: "[]" }
                id: id
                emit:
                  - { kind: incident, set: { title: what } }
                  - kind: casualty
                    forEach: people[]
                    as: person
                    id: person.no
                    set: { sex: person.sex, outcome: { const: injured } }
                    injuries:
                      - { forEach: "person.wounds[]", as: wound, id: wound.n,
                          set: { body-region: wound.where, description: wound.text } }
                """, """
                [{"id":"a","what":"x","people":[
                   {"no":1,"sex":"female","wounds":[{"n":1,"where":"head","text":"a cut"},{"n":2,"where":"hand"}]},
                   {"no":2,"sex":"male"}]},
                 {"id":"b","what":"y"}]
                """);
        assertThat(imported.rejected()).isEmpty();
        List<RecordListedCasualty> people = imported.sent().casualties();
        assertThat(people).hasSize(2).allSatisfy(person -> {
            assertThat(person.incident()).isEqualTo(IDS.row("a").toString());
            assertThat(person.unit()).isEqualTo("individual");
            assertThat(person.dataset()).isEqualTo(IDS.dataset().toString());
        });
        RecordListedCasualty first = people.get(0);
        assertThat(first.stream()).isEqualTo("casualty/" + DatasetIds.part(IDS.row("a"), "casualty", 1, "1"));
        assertThat(first.injuries().stream().map(Injury::id)).containsExactly(injury(first, "1"), injury(first, "2"));
        ClaimValue.Text text = (ClaimValue.Text)
                values(first.injuries().get(0).claims(), "description").get(0);
        assertThat(text.text().subject()).isEqualTo("source/" + IDS.publisher());
        assertThat(imported.report().given().casualties()).isEqualTo(2);
        assertThat(imported.report().given().injuries()).isEqualTo(2);
        assertThat(Objects.requireNonNull(imported.sent().listing).ids()).hasSize(4);
        assertThat(imported.sent().listing.kinds()).containsExactly("incident", "casualty");
    }

    private static String injury(RecordListedCasualty of, String id) {
        return NameBasedUuid.of(
                        java.util.UUID.fromString(of.stream().substring("casualty/".length())), "injury", id, "1")
                .toString();
    }

    @Test
    void what_tells_who_somebody_is_stands_under_their_own_key_and_the_rest_under_the_sources() {
        RecordListedCasualty person =
                one("""
                source: paper
                set:
                  name:
                    - { full: name, family: family, script: { const: Latn } }
                    - alias
                  occupation: job
                  narrative: told
                """, "id,name,family,alias,job,told,outlet\n1,Asel Invented,Invented,Bobo,baker,a text,Daily\n");
        List<ClaimValue> names = values(person.claims(), "name");
        ClaimValue.Name full = (ClaimValue.Name) names.get(0);
        assertThat(full.name().subject()).isEqualTo(person.stream());
        assertThat(full.name().value()).contains(new PersonName("Asel Invented", null, "Invented", null, "Latn"));
        assertThat(((ClaimValue.Name) names.get(1)).name().value())
                .contains(new PersonName("Bobo", null, null, null, null));
        ClaimValue.Text job =
                (ClaimValue.Text) values(person.claims(), "occupation").get(0);
        assertThat(job.text().subject()).isEqualTo(person.stream());
        ClaimValue.Text told =
                (ClaimValue.Text) values(person.claims(), "narrative").get(0);
        assertThat(told.text().subject()).isEqualTo("source/" + IDS.source("Daily"));
        assertThat(person.toString()).doesNotContain("Asel", "Invented", "Bobo", "baker", "a text");
    }

    @Test
    void an_id_that_a_name_gives_is_keyed() {
        RecordListedCasualty person = one("id: name\nset: { name: name }\n", "id,outlet,name\n1,,Asel Invented\n");
        assertThat(person.stream())
                .isEqualTo("casualty/" + DatasetIds.part(IDS.row("1"), "casualty", 1, IDS.keyed("Asel Invented")));
    }

    @Test
    void people_keep_their_ids_whatever_stands_before_them_and_equal_ones_stay_two() {
        String yaml = HEAD + """
                records: { format: json, at: "[]" }
                id: id
                emit: [{ kind: casualty, forEach: "people[]", set: { name: item.name, age: item.age } }]
                """;
        String unnamed = "{\"age\":30}";
        String named = "{\"name\":\"Asel Invented\",\"age\":30}";
        Set<String> before = streams(Imported.of(folder, yaml, row(unnamed, unnamed, named)));
        assertThat(before).hasSize(3);
        assertThat(streams(Imported.of(folder, yaml, row(named, unnamed, unnamed))))
                .isEqualTo(before);
        assertThat(streams(Imported.of(folder, yaml, row("{\"age\":7}", unnamed, named, unnamed))))
                .hasSize(4)
                .containsAll(before);
        assertThat(streams(Imported.of(folder, yaml, row("{\"name\":\"Asel Invented\",\"age\":31}"))))
                .doesNotContainAnyElementsOf(before);
    }

    private static String row(String... people) {
        return "[{\"id\":1,\"people\":[" + String.join(",", people) + "]}]";
    }

    @Test
    void equal_rows_of_a_list_without_ids_stay_two_people() {
        String yaml = CSV + "emit: [{ kind: casualty, set: { sex: sex, name: name } }]\n";
        Set<String> before = streams(Imported.of(folder, yaml, "sex,name\nmale,\nmale,\nfemale,Asel\n"));
        assertThat(before).hasSize(3);
        assertThat(streams(Imported.of(folder, yaml, "sex,name\nfemale,Asel\nmale,\nfemale,New\nmale,\n")))
                .hasSize(4)
                .containsAll(before);
    }

    @Test
    void a_correction_of_the_one_person_of_a_row_with_an_id_is_about_the_same_person() {
        assertThat(one("set: { age: age }\n", "id,outlet,age\n1,,30\n").stream())
                .isEqualTo(one("set: { age: age }\n", "id,outlet,age\n1,,31\n").stream());
    }

    @Test
    void unknown_in_a_number_is_an_answer_and_so_is_what_the_profile_declares() {
        String set = """
                set:
                  age: { column: age, answers: { unknown: ["?"], refused: [no answer] } }
                  sex: { column: sex, answers: { unknown: ["?"] } }
                  time: { column: day, dates: theirs }
                """;
        String head = "id,outlet,age,sex,day\n";
        assertThat(values(one(set, head + "1,,unknown,male,\n").claims(), "age"))
                .containsExactly(new ClaimValue.Answer("unknown"));
        assertThat(values(one(set, head + "1,,Unknown,male,\n").claims(), "age"))
                .containsExactly(new ClaimValue.Answer("unknown"));
        assertThat(values(one(set, head + "1,,?,?,\n").claims(), "age"))
                .containsExactly(new ClaimValue.Answer("unknown"));
        assertThat(values(one(set, head + "1,,no answer,?,\n").claims(), "age"))
                .containsExactly(new ClaimValue.Answer("refused"));
        assertThat(values(one(set, head + "1,,0,?,\n").claims(), "age")).containsExactly(new ClaimValue.Range(0, 0));
        assertThat(words(one(set, head + "1,,,?,\n").claims(), "sex"))
                .as("the list of sexes has the word itself")
                .containsExactly("unknown");
        assertThat(values(one(set, head + "1,,7,male,1900-01-01\n").claims(), "time"))
                .isEmpty();
        assertThat(((Occurred) values(one(set, head + "1,,7,male,2020-10-05\n").claims(), "time")
                                .get(0))
                        .date())
                .isEqualTo("2020-10-05");
    }

    @Test
    void an_outcome_can_say_when_it_happened() {
        RecordListedCasualty person = one("""
                set:
                  outcome:
                    - { const: hospitalised, occurred: { column: taken, dates: theirs } }
                    - { column: dead, map: deaths, occurred: died }
                """, "id,outlet,taken,dead,died\n1,,1900-01-01,yes,2020-10-07\n");
        List<Claim> outcomes = person.claims();
        assertThat(words(outcomes, "outcome")).containsExactly("hospitalised", "died");
        assertThat(outcomes.get(0).occurred()).isNull();
        assertThat(Objects.requireNonNull(outcomes.get(1).occurred()).date()).isEqualTo("2020-10-07");
    }

    @Test
    void ages_and_numbers_may_be_in_words() {
        String ranges = """
                ranges:
                  ages:
                    - { words: ["-1", "999"], answer: unknown }
                    - { words: [child], least: 0, greatest: 17 }
                    - "{least}-{greatest}"
                    - "{decade}s"
                    - { pattern: "{any} months", least: 0, greatest: 0 }
                    - { pattern: "under {below}", least: 0 }
                    - { pattern: "over {above}", greatest: 120 }
                """;
        String set = "set: { age: { column: age, ranges: ages, null: [NA] }, outcome: { const: died } }\n";
        Imported imported = csv(
                HEAD + ranges,
                set,
                "id,outlet,age\n1,,25\n2,,30s\n3,,20-30\n4,,6 months\n5,,Under 18\n6,,over 60\n7,,Child\n8,,-1\n9,,999\n10,,NA\n"
                        + "11,,unknown\n12,,old\n13,,40.0\n");
        assertThat(imported.sent().casualties().stream().flatMap(person -> values(person.claims(), "age").stream()))
                .containsExactlyInAnyOrder(
                        new ClaimValue.Range(25, 25),
                        new ClaimValue.Range(30, 39),
                        new ClaimValue.Range(20, 30),
                        new ClaimValue.Range(0, 0),
                        new ClaimValue.Range(0, 17),
                        new ClaimValue.Range(61, 120),
                        new ClaimValue.Range(0, 17),
                        new ClaimValue.Answer("unknown"),
                        new ClaimValue.Answer("unknown"),
                        new ClaimValue.Answer("unknown"),
                        new ClaimValue.Range(40, 40));
        assertThat(imported.rejected())
                .containsExactly(
                        "12,age,bad-number,\"\"\"old\"\" is not a whole number, and written in none of the ways that"
                                + " ranges.ages declares\"");
    }

    @Test
    void people_in_one_cell_with_their_ages_are_people_of_their_own() {
        String set = """
                forEach: { column: who, split: ; }
                as: one
                id: { first: [{ column: one, take: '{value} ({any})' }, one] }
                set:
                  name: { first: [{ column: one, take: '{value} ({any})' }, one] }
                  age: { column: one, take: '{any} ({value})' }
                  outcome: { const: died }
                """;
        Imported imported =
                csv(set, "id,outlet,who\n1,,Invented A (23); Invented B (40.0) ;Invented C\n2,,Invented D (so old)\n");
        assertThat(imported.sent().casualties())
                .extracting(
                        person -> ((ClaimValue.Name)
                                        values(person.claims(), "name").get(0))
                                .name()
                                .value()
                                .orElseThrow()
                                .full(),
                        person -> values(person.claims(), "age"))
                .containsExactlyInAnyOrder(
                        tuple("Invented A", List.of(new ClaimValue.Range(23, 23))),
                        tuple("Invented B", List.of(new ClaimValue.Range(40, 40))),
                        tuple("Invented C", List.of()));
        assertThat(imported.rejected())
                .as("the cell holds names, and is not repeated")
                .containsExactly("2,one,bad-number,it is not a whole number");
    }

    @Test
    void what_is_protected_is_not_repeated_where_it_is_no_number() {
        String set = "unit: group\nset: { persons: said, narrative: said }\n";
        assertThat(csv(set, "id,outlet,said\n1,,Aigul and two more\n").rejected())
                .containsExactly("1,said,bad-number,it is not a whole number");
    }

    @Test
    void a_group_of_none_is_none_and_its_row_stands() {
        Imported imported = Imported.of(folder, CSV + """
                id: id
                emit:
                  - { kind: incident, set: { title: what } }
                  - { kind: casualty, id: { const: hurt }, unit: group, set: { persons: { least: from, greatest: to } } }
                """, "id,what,from,to\n1,a,0,0\n2,b,0,2\n3,c,0,\n4,d,none,\n");
        assertThat(imported.sent().incidentStreams()).hasSize(3);
        assertThat(imported.sent().casualties())
                .extracting(group -> values(group.claims(), "persons"))
                .containsExactly(List.of(new ClaimValue.Range(0, 2)));
        assertThat(imported.rejected()).containsExactly("4,from,bad-number,\"\"\"none\"\" is not a whole number\"");
    }

    @Test
    void a_group_says_how_many_and_no_authoritys_total_is_one() {
        String set = "unit: group\nset: { persons: { least: from, greatest: to }, outcome: { const: injured } }\n";
        RecordListedCasualty group = one(set, "id,outlet,from,to\n1,,3,5\n");
        assertThat(group.unit()).isEqualTo("group");
        assertThat(values(group.claims(), "persons")).containsExactly(new ClaimValue.Range(3, 5));
        String rows = "id,outlet,from,to\n1,,3,5\n2,,,\n3,,unknown,unknown\n4,,5,3\n";
        assertThat(csv(set, rows).rejected())
                .containsExactly(
                        "2,,missing-persons,/unit: a group says how many people it counts",
                        "4,persons,out-of-range,/value/greatest: not less than least");
        String official = HEAD.replace("type: other", "type: press-release-of-government");
        assertThat(csv(official, set, "id,outlet,from,to\n1,,3,5\n").rejected())
                .containsExactly(
                        "1,persons,is-a-figure,/source: a total that an authority published is a figure: POST /api/figures");
    }

    @Test
    void a_casualty_can_belong_to_the_incident_of_another_file() {
        String yaml = CSV + "id: no\nemit: [{ kind: casualty, incident: { ref: event }, set: { sex: sex } }]\n";
        Imported imported = Imported.of(folder, yaml, "no,event,sex\n1,E7,male\n2,,male\n");
        assertThat(imported.sent().casualties().stream().map(RecordListedCasualty::incident))
                .containsExactlyInAnyOrder(IDS.row("E7").toString(), null);
    }

    @Test
    void the_sources_of_a_row_affirm_its_people_where_it_has_no_incident() {
        Imported imported = Imported.of(folder, CSV + """
                id: no
                emit:
                  - { kind: source, id: link, words: said, set: { type: { const: social-media-post }, name: link } }
                  - { kind: casualty, set: { sex: sex } }
                """, "no,sex,link,said\n1,male,https://a.example,so it was\n");
        Claim existence = imported.sent().casualties().get(0).claims().get(1);
        assertThat(existence.attribute()).isEqualTo("existence");
        assertThat(existence.source()).isEqualTo(IDS.source("https://a.example").toString());
        assertThat(Objects.requireNonNull(existence.words()).value()).contains("so it was");
    }

    @Test
    void the_publishers_words_about_a_person_are_labels_of_that_person() {
        Imported imported = Imported.of(folder, CSV + """
                id: no
                vocabulary:
                  ends: { list: outcome, codes: { died: [killed] } }
                  wounds: { list: injury-mechanism, codes: { burn: [burnt] } }
                  sexes: { list: sex, codes: { male: [m] } }
                emit:
                  - { kind: incident, set: { title: { const: A fire } } }
                  - kind: casualty
                    set: { sex: { column: sex, map: sexes }, outcome: { column: end, map: ends } }
                    injuries: [{ set: { mechanism: { column: how, map: wounds } } }]
                """, "no,sex,end,how\n1,m,Killed,scalded\n");
        RecordListedCasualty person = imported.sent().casualties().get(0);
        assertThat(words(person.claims(), "label")).containsExactly("Killed", "scalded");
        assertThat(person.injuries()).as("a word that no map has sets nothing").isEmpty();
        assertThat(words(imported.sent().incident().claims(), "label")).isEmpty();
    }

    @Test
    void a_row_that_says_nothing_of_a_person_is_rejected() {
        assertThat(csv("set: { sex: sex }\n", "id,outlet,sex\n1,,\n2,,girl\n").rejected())
                .containsExactly(
                        "1,,nothing-to-record,the row sets no attribute of the casualty",
                        "2,sex,unknown-word,not a word of the list sex; a map can make one of it");
    }

    private RecordListedCasualty one(String keys, String rows) {
        Imported imported = csv(keys, rows);
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.sent().casualties()).hasSize(1);
        return imported.sent().casualties().get(0);
    }

    private Imported csv(String keys, String rows) {
        return csv(HEAD, keys, rows);
    }

    private Imported csv(String head, String keys, String rows) {
        return Imported.of(folder, head + """
                records: { format: csv }
                id: id
                dates: { theirs: [{ words: [1900-01-01], undated: true }, iso] }
                vocabulary: { deaths: { list: outcome, codes: { died: ["yes"] } } }
                emit:
                  - { kind: source, called: paper, id: outlet, existence: nothing,
                      set: { type: { const: newspaper-write-up }, name: outlet } }
                  - kind: casualty
                """ + keys.indent(4), rows);
    }

    private static Set<String> streams(Imported imported) {
        assertThat(imported.rejected()).isEmpty();
        return imported.sent().casualties().stream()
                .map(RecordListedCasualty::stream)
                .collect(Collectors.toSet());
    }
}
