package dalil.command.imports.mapping;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.Imported;
import dalil.command.imports.row.DatasetIds;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.incident.IncidentFact.ForceUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowMapperTest {

    private static final String HEAD = """
            profile: events
            dataset: { name: events, publisher: { name: A club, type: other } }
            """;
    private static final String CSV = HEAD + "records: { format: csv }\nid: id\n";
    private static final DatasetIds IDS = DatasetIds.named("events", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_claim_has_the_dataset_the_date_of_the_file_and_its_publisher() {
        ReportListedIncident incident = csv("title: what, narrative: more", "id,what,more\n1,a,b\n")
                .sent()
                .incident();
        assertThat(incident.claims()).hasSize(2).allSatisfy(claim -> {
            assertThat(claim.dataset()).isEqualTo(IDS.dataset().toString());
            assertThat(claim.reported()).isEqualTo("2026-01-01");
            assertThat(claim.source()).isEqualTo(IDS.publisher().toString());
        });
        assertThat(incident.claims().stream().map(Claim::id).distinct()).hasSize(2);
        ClaimValue.Text narrative =
                (ClaimValue.Text) values(incident.claims(), "narrative").get(0);
        assertThat(narrative.text().subject()).isEqualTo("source/" + IDS.publisher());
        assertThat(narrative.text().value()).contains("b");
    }

    @Test
    void tokens_for_no_value_are_none() {
        String yaml = CSV
                + "'null': [NA, '-']\nemit: [{ kind: incident, set: { title: a, label: { column: b, 'null': [zero] } } }]\n";
        ReportListedIncident incident =
                Imported.of(folder, yaml, "id,a,b\n1, NA ,x\n").sent().incident();
        assertThat(words(incident.claims(), "title")).isEmpty();
        assertThat(words(incident.claims(), "label")).containsExactly("x");
        assertThat(Imported.of(folder, yaml, "id,a,b\n1,-,zero\n").rejected())
                .containsExactly("1,,nothing-to-record,the row sets no attribute of the incident");
    }

    @Test
    void numbers_are_whole_in_the_writing_that_the_profile_declares() {
        String yaml = CSV + """
                numbers: { decimal: ",", thousands: "." }
                emit:
                  - { kind: incident, set: { title: { const: t } } }
                  - kind: force-use
                    set:
                      used-by: { const: unknown }
                      rounds: { least: from, greatest: to }
                      persons-hit: hit
                      medical-aid-delay-minutes: late
                """;
        Imported imported =
                Imported.of(folder, yaml, "id,from,to,hit,late\n1,1.000,,\"2,0\",90\n2,x,1,1,1\n3,5,4,1,1\n");
        List<Claim> claims = imported.sent().incident().forceUses().get(0).claims();
        assertThat(values(claims, "rounds")).containsExactly(new ClaimValue.Range(1000, 1000));
        assertThat(values(claims, "persons-hit")).containsExactly(new ClaimValue.Range(2, 2));
        assertThat(values(claims, "medical-aid-delay-minutes")).containsExactly(new ClaimValue.Count(90));
        assertThat(imported.rejected())
                .containsExactly(
                        "2,from,bad-number,\"\"\"x\"\" is not a whole number\"",
                        "3,rounds,out-of-range,/value/greatest: not less than least");
    }

    @Test
    void a_word_that_is_not_mapped_is_a_label_or_unknown_or_rejects_the_row() {
        for (String otherwise : List.of("label", "unknown", "reject")) {
            String yaml = CSV + "vocabulary: { w: { list: weapon, otherwise: " + otherwise
                    + ", codes: { baton: [stick] } } }\n"
                    + """
                    emit:
                      - { kind: incident, set: { title: what } }
                      - { kind: force-use, set: { used-by: { const: unknown }, weapon: { column: arms, map: w } } }
                    """;
            Imported imported = Imported.of(folder, yaml, "id,what,arms\n1,a,Stick\n2,a,=halberd\n");
            if (otherwise.equals("reject")) {
                assertThat(imported.rejected())
                        .containsExactly(
                                "2,arms,unknown-word,\"the word \"\"=halberd\"\" is not in the map vocabulary.w\"");
                continue;
            }
            assertThat(imported.rejected()).isEmpty();
            ReportListedIncident second = incident(imported, "2");
            assertThat(words(second.claims(), "label")).containsExactly("=halberd");
            assertThat(words(second.forceUses().get(0).claims(), "weapon"))
                    .isEqualTo(otherwise.equals("unknown") ? List.of("unknown") : List.of());
            assertThat(words(incident(imported, "1").claims(), "label")).containsExactly("Stick");
        }
    }

    @Test
    void the_words_of_a_protected_column_are_not_named_in_a_reject_nor_kept_as_a_label() {
        String yaml = CSV + """
                protected: [arms]
                vocabulary: { w: { list: weapon, otherwise: reject, codes: { baton: [stick] } } }
                emit:
                  - { kind: incident, set: { title: what, narrative: arms } }
                  - { kind: force-use, set: { used-by: { const: unknown }, weapon: { column: arms, map: w } } }
                """;
        Imported imported = Imported.of(folder, yaml, "id,what,arms\n1,a,stick\n2,a,secret\n");
        assertThat(imported.rejected()).containsExactly("2,arms,unknown-word,a word is not in the map vocabulary.w");
        assertThat(words(imported.sent().incident().claims(), "label")).isEmpty();
    }

    @Test
    void links_of_a_row_become_sources_and_affirm_it_each_once() {
        String yaml = HEAD + """
                records: { format: json, at: "[]" }
                id: id
                emit:
                  - kind: source
                    forEach: links[]
                    as: link
                    id: link.url
                    words: link.text
                    set: { type: { const: social-media-post }, name: link.url, url: link.url }
                  - { kind: incident, set: { title: what } }
                """;
        String rows = """
                [{"id":1,"what":"a","links":[{"url":"https://x.example","text":"said so"},{"url":"https://y.example"},
                  {"url":"https://x.example","text":"again"},{"text":"no address"}]}]
                """;
        Imported imported = Imported.of(folder, yaml, rows);
        assertThat(imported.sent().sources()).hasSize(3); // the publisher and two
        String x = IDS.source("https://x.example").toString();
        List<Claim> existence = imported.sent().incident().claims().stream()
                .filter(claim -> claim.attribute().equals("existence"))
                .toList();
        assertThat(existence).hasSize(2);
        assertThat(existence.get(0).source()).isEqualTo(x);
        assertThat(Objects.requireNonNull(existence.get(0).words()).value()).contains("said so");
        assertThat(existence.get(0).words().subject()).isEqualTo("source/" + x);
        assertThat(existence.get(1).words()).isNull();
    }

    @Test
    void claims_can_be_by_a_source_of_the_row_or_of_another_file() {
        String yaml = CSV + """
                emit:
                  - { kind: source, called: paper, id: outlet, existence: denied,
                      set: { type: { const: newspaper-write-up }, name: outlet } }
                  - kind: incident
                    source: paper
                    reported: said
                    set:
                      title: what
                      kind: { const: clash, source: { ref: other } }
                """;
        Imported imported =
                Imported.of(folder, yaml, "id,what,outlet,said,other\n1,a,Daily,2020-10-06,S7\n2,a,Daily,,\n3,a,,,\n");
        Claim title = claim(incident(imported, "1"), "title");
        assertThat(title.source()).isEqualTo(IDS.source("Daily").toString());
        assertThat(title.reported()).isEqualTo("2020-10-06");
        assertThat(claim(incident(imported, "1"), "kind").source())
                .isEqualTo(IDS.source("S7").toString());
        assertThat(words(incident(imported, "1").claims(), "existence")).containsExactly("denied");
        assertThat(claim(incident(imported, "2"), "title").reported()).isNull();
        Claim byPublisher = claim(incident(imported, "3"), "title");
        assertThat(byPublisher.source()).isEqualTo(IDS.publisher().toString());
        assertThat(byPublisher.reported()).isEqualTo("2026-01-01");
    }

    @Test
    void times_take_marks_hours_words_and_an_end() {
        String yaml = CSV + """
                dates: { d: [{ words: [unknown], undated: true }, "{day}.{month}.{year}"] }
                hours: { h: [{ pattern: "{hour}:{minute}", about: true }] }
                emit:
                  - kind: incident
                    set:
                      title: what
                      time:
                        column: from
                        until: to
                        dates: d
                        approximate: { column: note, like: "*about*" }
                        uncertain: { column: note, like: "*perhaps*" }
                        timeOfDay: { column: hour, hours: h }
                        words: said
                """;
        Imported imported = Imported.of(folder, yaml, """
                id,what,from,to,note,hour,said
                1,a,5.10.2020,6.10.2020,about then,21:05,around nine
                2,a,5.10.2020,5.10.2020,"perhaps, about",,
                3,a,unknown,,,,
                4,a,31.9.2020,,,,
                5,a,5.10.2020,,,nine,
                """);
        Occurred first = (Occurred) claim(incident(imported, "1"), "time").value();
        assertThat(first.date()).isEqualTo("2020-10-05~/2020-10-06~");
        assertThat(first.timeOfDay()).isEqualTo(new Occurred.Hours("21:05", "21:05", true));
        assertThat(Objects.requireNonNull(first.words()).value()).contains("around nine");
        assertThat(((Occurred) claim(incident(imported, "2"), "time").value()).date())
                .isEqualTo("2020-10-05%");
        assertThat(values(incident(imported, "3").claims(), "time")).isEmpty();
        assertThat(imported.rejected())
                .containsExactly(
                        "4,from,bad-date,\"there is no day 31 in 2020-09, it has 30 days\"",
                        "5,hour,bad-time,written in none of the ways that hours.h declares");
    }

    @Test
    void a_use_of_force_keeps_its_id_whatever_stands_before_it() {
        String yaml = CSV + """
                emit:
                  - { kind: incident, set: { title: what } }
                  - kind: force-use
                    forEach: { column: arms, split: ";" }
                    id: item
                    set: { used-by: { const: unknown }, munition-asserted: item }
                """;
        ReportListedIncident one =
                Imported.of(folder, yaml, "id,what,arms\n1,a,x;y;y\n").sent().incident();
        ReportListedIncident other =
                Imported.of(folder, yaml, "id,what,arms\n1,a,z; y;y;x\n").sent().incident();
        assertThat(one.forceUses().stream().map(ForceUse::id)).hasSize(3).doesNotHaveDuplicates();
        assertThat(other.forceUses().stream().map(ForceUse::id))
                .hasSize(4)
                .containsAll(one.forceUses().stream().map(ForceUse::id).toList());
        assertThat(one.forceUses().get(0).id())
                .isEqualTo(DatasetIds.forceUse(IDS.row("1"), 1, "x").toString());
    }

    @Test
    void an_id_that_a_protected_column_gives_is_keyed_and_any_other_is_plain() {
        String incident = "  - { kind: incident, set: { title: { const: A call } %s } }\n";
        String source = "  - { kind: source, forEach: %s, id: item, set: { type: { const: other }, name: %s } }\n";
        String open = incident.formatted("");
        assertThat(idOf("", open)).isEqualTo(IDS.row("Aisuluu").toString());
        String keyed = "ba23b3fe-7a93-5913-8aef-700649ea329c"; // computed apart in Python
        assertThat(idOf("protected: [who]\n", open)).as("declared").isEqualTo(keyed);
        assertThat(List.of(
                        incident.formatted(", narrative: who"),
                        incident.formatted(", kind: { const: clash, words: who }"),
                        incident.formatted(", place: { path: [{ const: KG }], name: who, precision: { const: exact },"
                                + " precisionWithoutPoint: { const: exact }, lat: y, lon: x }"),
                        open + source.formatted("{ column: who, split: ';' }", "item"),
                        open + source.formatted("{ columns: 'wh*' }", "item")))
                .allSatisfy(emit -> assertThat(idOf("", emit)).as(emit).isEqualTo(keyed));
        assertThat(idOf("", open + source.formatted("{ column: x, split: ';' }", "item")))
                .as("another column feeds what is protected")
                .isEqualTo(IDS.row("Aisuluu").toString());
    }

    private String idOf(String declared, String emit) {
        Imported imported = Imported.of(
                folder,
                HEAD + "records: { format: csv }\nid: who\n" + declared + "emit:\n" + emit,
                "who,x,y\nAisuluu,,\n");
        assertThat(imported.rejected()).as(emit).isEmpty();
        return imported.sent().incident().stream().substring("incident/".length());
    }

    @Test
    void a_use_of_force_that_a_protected_column_names_has_a_keyed_id() {
        String yaml = CSV + """
                protected: [who]
                emit:
                  - { kind: incident, set: { title: what } }
                  - { kind: force-use, id: who, set: { used-by: { const: unknown } } }
                """;
        ReportListedIncident incident =
                Imported.of(folder, yaml, "id,what,who\n1,a,Aisuluu\n").sent().incident();
        assertThat(incident.forceUses().get(0).id())
                .isEqualTo(DatasetIds.forceUse(IDS.row("1"), 1, IDS.keyed("Aisuluu"))
                        .toString());
    }

    @Test
    void conditions_templates_columns_and_first_values() {
        String yaml = CSV + """
                emit:
                  - { kind: source, forEach: { columns: "Link *" }, as: link, id: link,
                      set: { type: { const: other }, name: link } }
                  - kind: incident
                    when:
                      all: [{ column: op, isNot: removed }, { not: { column: town, present: false } }]
                    set:
                      title: { first: [name, { template: "Something in {town}, {when}" }, { template: "Something in {town}" }] }
                """;
        Imported imported = Imported.of(folder, yaml, """
                id,op,name,town,when,Link 1,Link 2
                1,added,A name,Osh,,https://a.example,
                2,added,,Osh,Monday,https://a.example,https://b.example
                3,added,,Osh,,,
                4,Removed,x,Osh,,,
                5,added,x,,,,
                """);
        assertThat(words(incident(imported, "1").claims(), "title")).containsExactly("A name");
        assertThat(words(incident(imported, "2").claims(), "title")).containsExactly("Something in Osh, Monday");
        assertThat(words(incident(imported, "3").claims(), "title")).containsExactly("Something in Osh");
        assertThat(values(incident(imported, "2").claims(), "existence")).hasSize(2);
        assertThat(imported.report().rows().skipped()).isEqualTo(2);
    }

    @Test
    void paths_that_meet_a_list_or_an_object_say_so() {
        String yaml = HEAD
                + "records: { format: json, at: 'rows[]' }\nemit: [{ kind: incident, set: { title: a.b, label: 'l[].x' } }]\n";
        Imported imported = Imported.of(folder, yaml, """
                {"rows":[{"a":{"b":"t"},"l":[{"x":"1"},{"x":"2"}]},{"a":[{"b":"t"}]},{"a":{"b":["t"]}},{"a":{"b":{"c":1}}},
                 {"a":{"b":"t"},"l":{"x":3}}, 7]}
                """);
        assertThat(imported.rejected())
                .containsExactly(
                        "2,a.b,not-a-value,goes through a list; the profile has to write [] there",
                        "3,a.b,not-a-value,is a list; the profile has to name it with [] at its end",
                        "4,a.b,not-a-value,is an object; the profile has to name one of its parts",
                        "6,,malformed-row,a row is a JSON object with named values; this is none");
        assertThat(imported.report().rows().created()).isEqualTo(2);
    }

    @Test
    void a_missing_id_a_long_title_and_too_many_claims_reject_the_row() {
        String many = "w ".repeat(600).strip();
        Imported imported = csv(
                "title: what, label: { column: tags, split: ' ' }",
                "id,what,tags\n,a,\n2," + "x".repeat(501) + ",\n3,a," + numbers() + "\n4,a," + many + "\n");
        assertThat(imported.rejected())
                .containsExactly(
                        "1,id,missing-id,the row does not say what names it",
                        "2,title,too-long,/value: at most 500 characters",
                        "3,,too-many-claims,\"a row gives at most 500 claims, this one 602\"");
    }

    @Test
    void what_no_row_ever_had_is_a_warning() {
        String yaml = HEAD
                + "records: { format: json, at: '[]' }\nemit: [{ kind: incident, set: { title: what, narrative: mroe } }]\n";
        assertThat(Imported.of(folder, yaml, "[{\"what\":\"a\",\"more\":\"b\"}]")
                        .report()
                        .warnings())
                .containsExactly("line 4 of the profile: no row had anything at mroe");
    }

    private Imported csv(String set, String rows) {
        return Imported.of(folder, CSV + "emit: [{ kind: incident, set: { " + set + " } }]\n", rows);
    }

    private static String numbers() {
        StringBuilder numbers = new StringBuilder("0");
        for (int i = 1; i <= 600; i++) {
            numbers.append(' ').append(i);
        }
        return numbers.toString();
    }

    private static ReportListedIncident incident(Imported imported, String id) {
        return imported.sent().incidents().stream()
                .filter(one -> one.stream().equals("incident/" + IDS.row(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claim(ReportListedIncident incident, String attribute) {
        return incident.claims().stream()
                .filter(claim -> claim.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }
}
