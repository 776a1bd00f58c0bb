package dalil.command.imports.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.ProfileException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each error names the line, the place and what was expected. */
class ProfileYamlTest {

    private static final String GOOD = """
            profile: events
            dataset:
              name: events
              publisher: { name: A club, type: other }
            records:
              format: csv
            id: id
            vocabulary:
              weapons:
                list: weapon
                codes:
                  baton: [stick, club]
            dates:
              theirs: ["{day}.{month}.{year}"]
            emit:
              - kind: incident
                set:
                  title: what
                  time: { column: when, dates: theirs }
              - kind: force-use
                set:
                  used-by: { const: unknown }
                  weapon: { column: arms, map: weapons }
            """;

    @Test
    void reads_what_it_documents() {
        Profile profile = profile(GOOD);
        assertThat(profile.name()).isEqualTo("events");
        assertThat(profile.sha256()).matches("[0-9a-f]{64}");
        assertThat(profile.incident()).isNotNull();
        assertThat(profile.forceUses()).hasSize(1);
    }

    @Test
    void every_shipped_profile_can_be_followed() {
        assertThat(Profiles.shipped())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(Profiles.shipped(name).orElseThrow().name()).isEqualTo(name));
        assertThat(Profiles.shipped("../2020pb")).isEmpty();
    }

    @Test
    void an_unknown_key_is_an_error_with_the_keys_there_are() {
        wrong("id: id", "di: id", "line 7, di: no such key here; expected one of profile, about, dataset, records,");
        wrong(
                "title: what",
                "titel: what",
                "line 18, emit[0].set.titel: no such attribute; there are title, narrative,");
        wrong(
                "column: arms",
                "colum: arms",
                "line 23, emit[1].set.weapon.colum: no such key here; expected one of column,");
        wrong("format: csv", "format: cvs", "line 6, records.format: one of json, json-lines, csv, lines was expected");
        wrong(
                "kind: incident",
                "kind: event",
                "line 16, emit[0].kind: source, incident, force-use, casualty or figure was expected");
    }

    @Test
    void a_casualty_says_whether_it_is_a_person_or_a_group() {
        casualty("unit: family, set: { sex: s }", "emit[0].unit: individual or group was expected");
        casualty("unit: group, set: { sex: s }", "emit[0].set.sex: only a casualty of the other unit has this");
        casualty("set: { persons: n }", "emit[0].set.persons: only a casualty of the other unit has this");
        casualty("unit: group, set: { outcome: o }", "emit[0].set: persons is missing: a group says how many people");
    }

    @Test
    void what_nothing_tells_apart_needs_an_id() {
        casualty("set: { sex: s } }\n  - { kind: casualty, set: { sex: t }", "emit[1]: an id: is missing");
        casualty(
                "set: { sex: s }, injuries: [{ set: { severity: a } }, { set: { severity: b } }]",
                "emit[0].injuries[1]: an id: is missing");
        casualty(
                "forEach: 'people[]', set: { sex: item.s }, injuries: [{ forEach: 'item.wounds[]', set: { severity: b } }]",
                "emit[0].injuries[0]: the thing of the forEach around this one is called item already");
    }

    @Test
    void a_protected_column_is_used_for_nothing_open_of_a_person() {
        assertThatThrownBy(() -> profile(CASUALTY.formatted("set: { age: s }") + "protected: [s]\n"))
                .hasMessageContaining("emit[0].set.age: the column s is protected, but age is open to everybody");
        assertThat(profile(CASUALTY.formatted("set: { name: s, contact: t, age: n }"))
                        .protectedColumns())
                .containsExactlyInAnyOrder("s", "t");
    }

    @Test
    void what_is_taken_of_a_text_is_named() {
        casualty(
                "set: { sex: { column: s, take: '({any})' } }",
                "emit[0].set.sex.take: host was expected, which takes the host of a web address, or a pattern such as"
                        + " \"{value} ({any})\"");
        casualty(
                "set: { sex: { column: s, take: '{value} {part}' } }",
                "emit[0].set.sex.take: {part} is none of the tokens {any}, {value}");
    }

    @Test
    void numbers_in_words_are_declared_with_both_ends() {
        range("'{least} plus'", "ranges.ages[0]: the greatest number is said nowhere: one of {number}, {greatest}");
        range("{ pattern: 'under {below}', least: none }", "ranges.ages[0].least: a whole number was expected");
        range(
                "{ least: 1, greatest: 2 }",
                "ranges.ages[0]: a pattern such as \"{least}-{greatest}\" was expected, or words");
        range(
                "{ words: [old], answer: yes }",
                "ranges.ages[0].answer: one of unknown, not-asked, refused, none was expected");
        assertThatThrownBy(() -> profile(CASUALTY.formatted("set: { age: { column: s, ranges: ages } }")))
                .hasMessageContaining("emit[0].set.age.ranges: the profile has nothing of this name under ranges:");
        assertThatThrownBy(() -> profile("ranges: { ages: ['{decade}s'] }\n"
                        + CASUALTY.formatted("set: { sex: { column: s, ranges: ages } }")))
                .hasMessageContaining("emit[0].set.sex.ranges: no such key here");
    }

    private static void range(String way, String message) {
        assertThatThrownBy(() -> profile("ranges: { ages: [" + way + "] }\n"
                        + CASUALTY.formatted("set: { age: { column: s, ranges: ages } }")))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message);
    }

    private static void casualty(String keys, String message) {
        assertThatThrownBy(() -> profile(CASUALTY.formatted(keys)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void what_is_missing_is_named_with_what_it_is_for() {
        wrong(
                "profile: events\n",
                "about: x\n",
                "line 1, the profile: the key profile is missing: the name of the profile");
        wrong(
                "  format: csv",
                "  charset: utf-8",
                "line 6, records: the key format is missing: json, json-lines, csv or lines");
        wrong(
                "type: other",
                "origin: self",
                "line 4, dataset.publisher: the key type is missing: a word of the list source-type");
        wrong(
                "used-by: { const: unknown }\n      ",
                "",
                "line 22, emit[1].set: used-by is missing: a use of force says who used it, such as {const: state-force}");
        wrong(
                "kind: incident",
                "when: { column: a, is: b }",
                "line 16, emit[0]: the key kind is missing: source, incident, force-use,");
    }

    @Test
    void words_of_ours_are_checked_against_their_list() {
        wrong(
                "baton: [",
                "batton: [",
                "line 12, vocabulary.weapons.codes.batton: batton is no word of the list weapon; its words are baton,");
        wrong(
                "list: weapon",
                "list: weapons",
                "line 10, vocabulary.weapons.list: there is no list of this name; there are used-by, weapon,");
        wrong("const: unknown", "const: police", "line 22, emit[1].set.used-by: police is no word of the list used-by");
        wrong(
                "weapon: {",
                "method: {",
                "line 23, emit[1].set.method: the map weapons gives baton, which is no word of the list method");
        wrong("type: other", "type: club", "line 4, dataset.publisher.type: club is no word of the list source-type");
        wrong(
                "map: weapons",
                "map: arms",
                "line 23, emit[1].set.weapon.map: the profile has nothing of this name under vocabulary:; there are weapons");
        wrong(
                "dates: theirs",
                "dates: mine",
                "line 19, emit[0].set.time.dates: the profile has nothing of this name under dates:; there are theirs");
        wrong(
                "[stick, club]",
                "[stick, club]\n      shield: club",
                "line 13, vocabulary.weapons.codes.shield: the word club stands here for shield and elsewhere for baton");
    }

    @Test
    void patterns_are_checked_when_the_profile_is_read() {
        wrong("{day}.{month}.{year}", "{day}.{month}", "line 14, dates.theirs[0]: a date has {year}");
        wrong(
                "{day}.{month}",
                "{dd}.{month}",
                "line 14, dates.theirs[0]: {dd} is none of the tokens {19yy}, {20yy}, {ampm},");
    }

    @Test
    void a_value_comes_from_one_place() {
        wrong(
                "title: what",
                "title: { column: a, const: b }",
                "line 18, emit[0].set.title: exactly one of column, const, template, first, answer was expected");
        wrong(
                "title: what",
                "title: { const: b, split: x }",
                "line 18, emit[0].set.title.split: only a column can have this");
        wrong(
                "title: what",
                "title: [a, b]",
                "line 18, emit[0].set.title: the attribute has one value; for the first that there is write {first: [...]}");
        wrong(
                "title: what",
                "place: { path: [a, b, c, d, e] }",
                "line 18, emit[0].set.place.path: one to four levels were expected");
        wrong(
                "title: what",
                "place: { path: [a], latLon: b }",
                "line 18, emit[0].set.place: a point needs a precision,");
        wrong(
                "title: what",
                "title: { column: what, source: paper }",
                "line 18, emit[0].set.title.source: no source of the row is called so;");
    }

    @Test
    void a_protected_column_does_not_get_into_the_open() {
        wrong(
                "id: id\n",
                "id: id\nprotected: [what]\n",
                "line 19, emit[0].set.title: the column what is protected, but title is open to everybody");
        profile(GOOD.replace("id: id\n", "id: id\nprotected: [what]\n").replace("title: what", "narrative: what"));
    }

    @Test
    void yaml_has_bounds_and_no_types() {
        wrong("id: id", "id: &a id", "line 7, the profile: anchors and aliases (& and *) are not used in profiles");
        wrong("id: id", "id: *a", "line 7, the profile: not well-formed YAML: found undefined alias a");
        wrong("id: id", "id: id\nid: id", "line 8, the profile: the key id stands here twice");
        wrong("id: id", "id: [id", "not well-formed YAML:");
        wrong(
                "id: id",
                "id: " + "[".repeat(50) + "]".repeat(50),
                "not well-formed YAML: Nesting Depth exceeded max 20");
        wrong("id: id", "id: " + "x".repeat(300_000), "the profile: at most 256 KiB were expected");
        wrong(
                "id: id",
                "id: !!java.net.URL id",
                "line 7, the profile: not well-formed YAML: Global tag is not allowed");
        assertThatThrownBy(() -> ProfileYaml.parse(new byte[] {(byte) 0xff, 'a'}))
                .hasMessage("the profile: UTF-8 was expected");
        assertThatThrownBy(() -> profile("")).hasMessage("the profile: it is empty");
        assertThatThrownBy(() -> profile("- a"))
                .hasMessageStartingWith("line 1, the profile: keys with values were expected");
    }

    private static final String CASUALTY = """
            profile: people
            dataset: { name: people, publisher: { name: A club, type: other } }
            records: { format: csv }
            emit:
              - { kind: casualty, %s }
            """;

    private static void wrong(String good, String bad, String message) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> profile(GOOD.replace(good, bad)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message);
    }

    private static Profile profile(String yaml) {
        return ProfileYaml.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
