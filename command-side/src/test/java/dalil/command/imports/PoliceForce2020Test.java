package dalil.command.imports;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.NameBasedUuid;
import dalil.command.imports.yaml.Profiles;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact.ForceUse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped profile on the publisher's real files, held against tallies that were made from them independently. */
class PoliceForce2020Test {

    private static final Profile PROFILE = Profiles.shipped("2020pb").orElseThrow();
    private static final String FILE = "2020pb/all-locations-v2.json";

    private static Imported last;
    private static JsonNode expected;
    private static JsonNode rows;

    @BeforeAll
    static void imports_the_last_file() throws IOException {
        ObjectMapper json = new ObjectMapper();
        expected = json.readTree(RealFiles.path("2020pb/expected.json").toFile());
        rows = json.readTree(RealFiles.path(FILE).toFile()).get("data");
        last = Imported.run(PROFILE, null, RealFiles.input(FILE));
    }

    @Test
    void every_row_is_an_incident_and_every_address_a_source() {
        ImportReport report = last.report();
        assertThat(report.problem()).isNull();
        assertThat(report.state()).isEqualTo(ImportReport.State.FINISHED);
        assertThat(last.rejected()).isEmpty();
        assertThat(report.rows().read()).isEqualTo(1340);
        assertThat(report.rows().created()).isEqualTo(1340);
        assertThat(report.asOf()).isEqualTo("2021-10-19");
        assertThat(report.warnings()).isEmpty();
        assertThat(last.sent().incidentStreams()).hasSize(1340);
        // 3,806 addresses and the publisher
        assertThat(last.sent().sources().stream().map(RegisterSource::stream).distinct())
                .hasSize(3807);
        assertThat(Objects.requireNonNull(last.sent().listing).ids())
                .hasSize(1340)
                .isSorted();
    }

    @Test
    void a_row_has_the_id_that_its_dataset_and_its_own_id_give_it() {
        String first = rows.get(0).get("id").asText();
        String id = NameBasedUuid.of(DatasetIds.dataset("2020pb"), first).toString();
        assertThat(last.sent().incidentStreams()).contains("incident/" + id);
    }

    @Test
    void dates_are_as_vague_as_the_publisher_left_them() {
        List<Occurred> times = last.sent().incidents().stream()
                .flatMap(incident -> values(incident.claims(), "time").stream())
                .map(Occurred.class::cast)
                .toList();
        assertThat(times).hasSize(1340 - 3);
        assertThat(times.stream().filter(time -> time.date().endsWith("~"))).hasSize(37);
        Map<String, Integer> months = new HashMap<>();
        times.forEach(time -> months.merge(time.date().substring(0, 7), 1, Integer::sum));
        expected.get("by_month").fields().forEachRemaining(month -> {
            if (!month.getKey().equals("undated")) {
                assertThat(months.get(month.getKey()))
                        .as(month.getKey())
                        .isEqualTo(month.getValue().asInt());
            }
        });
    }

    @Test
    void labels_are_the_publishers_tags_and_count_as_the_publishers_do() {
        Map<String, Integer> labels = new HashMap<>();
        last.sent()
                .incidents()
                .forEach(incident ->
                        words(incident.claims(), "label").forEach(label -> labels.merge(label, 1, Integer::sum)));
        Map<String, Integer> tags = new HashMap<>();
        expected.get("by_tag")
                .fields()
                .forEachRemaining(tag -> tags.put(tag.getKey(), tag.getValue().asInt()));
        assertThat(labels).isEqualTo(tags);
    }

    @Test
    void weapons_count_as_the_publishers_tags_do() {
        assertThat(incidentsWith(any("weapon", "chemical-irritant-at-a-distance")))
                .isEqualTo(285);
        assertThat(incidentsWith(any("weapon", "chemical-irritant-hand-held")))
                .isEqualTo(expected("pepper_spray_or_mace"));
        assertThat(incidentsWith(any("weapon", "kinetic-impact-projectile")))
                .isEqualTo(expected("kinetic_or_generic_projectile"))
                .isEqualTo(343);
        assertThat(incidentsWith(any("weapon", "disorientation-device"))).isEqualTo(expected("stun_grenade"));
        assertThat(incidentsWith(any("weapon", "baton"))).isEqualTo(expected("baton"));
        assertThat(incidentsWith(any("weapon", "firearm"))).isEqualTo(expected("live_fire"));
        assertThat(incidentsWith(any("weapon", "acoustic"))).isEqualTo(expected("lrad"));
        assertThat(incidentsWith(any("weapon", "conducted-electrical"))).isEqualTo(expected("taser"));
        assertThat(incidentsWith(any("munition", "rubber-bullet"))).isEqualTo(98);
        assertThat(incidentsWith(any("munition-asserted", "stun-grenade"))).isEqualTo(97);
        assertThat(incidentsWith(any("method", "shoot"))).isEqualTo(329);
    }

    @Test
    void a_use_of_force_says_one_weapon_or_the_methods_and_who_used_it() {
        for (ReportListedIncident incident : last.sent().incidents()) {
            Set<String> ids = new HashSet<>();
            for (ForceUse forceUse : incident.forceUses()) {
                assertThat(ids.add(forceUse.id())).isTrue();
                assertThat(words(forceUse.claims(), "used-by")).containsExactly("state-force");
                boolean weapon = words(forceUse.claims(), "weapon").size() == 1;
                assertThat(words(forceUse.claims(), "method").isEmpty()).isEqualTo(weapon);
                assertThat(words(forceUse.claims(), "munition-asserted")).hasSize(weapon ? 1 : 0);
            }
        }
    }

    @Test
    void places_keep_the_digits_of_the_file_and_four_have_no_point() {
        List<Place> places = last.sent().incidents().stream()
                .flatMap(incident -> values(incident.claims(), "place").stream())
                .map(Place.class::cast)
                .toList();
        assertThat(places).hasSize(1340);
        assertThat(places.stream().filter(place -> place.spot() == null)).hasSize(4);
        assertThat(places).allMatch(place -> place.exactSpot() == null);
        assertThat(places.stream().filter(place -> place.precision().equals("vicinity")))
                .hasSize(1336);
        assertThat(places.stream().filter(place -> place.path().equals(List.of("US"))))
                .singleElement()
                .satisfies(place -> assertThat(place.precision()).isEqualTo("country"));
        Set<String> points = new HashSet<>();
        places.forEach(place -> {
            if (place.spot() != null) {
                points.add(place.spot().lat() + ", " + place.spot().lon());
            }
        });
        for (JsonNode row : rows) {
            String point = row.get("geolocation").asText();
            assertThat(point.isEmpty() || points.contains(point)).isTrue();
        }
    }

    @Test
    void every_link_affirms_its_incident_once_under_its_own_key() {
        long affirmations = 0;
        for (ReportListedIncident incident : last.sent().incidents()) {
            List<Claim> existence = incident.claims().stream()
                    .filter(claim -> claim.attribute().equals("existence"))
                    .toList();
            assertThat(existence.stream().map(Claim::source).distinct()).hasSize(existence.size());
            for (Claim claim : existence) {
                assertThat(claim.value()).isEqualTo(new ClaimValue.Word("affirmed"));
                if (claim.words() != null) {
                    assertThat(claim.words().subject()).isEqualTo("source/" + claim.source());
                }
            }
            affirmations += existence.size();
        }
        long pairs = 0;
        for (JsonNode row : rows) {
            Set<String> addresses = new HashSet<>();
            row.get("links")
                    .forEach(link -> addresses.add(link.get("url").asText().strip()));
            pairs += addresses.size();
        }
        assertThat(affirmations).isEqualTo(pairs);
    }

    @Test
    void nothing_protected_stands_in_the_open() {
        Set<String> secrets = new HashSet<>();
        for (JsonNode row : rows) {
            secrets.add(row.get("description").asText().strip());
            row.get("links").forEach(link -> {
                secrets.add(link.get("url").asText().strip());
                secrets.add(link.get("text").asText().strip());
            });
        }
        secrets.remove("");
        rows.forEach(row -> secrets.remove(row.get("name").asText().strip())); // a few descriptions repeat the title
        for (ReportListedIncident incident : last.sent().incidents()) {
            // toString shows what is open, and of what is protected that it is
            String open = incident.toString();
            assertThat(open).contains("‹protected›");
            for (Claim claim : incident.claims()) {
                if (claim.value() instanceof ClaimValue.Word word) {
                    assertThat(secrets.contains(word.word()))
                            .as("a %s", claim.attribute())
                            .isFalse();
                }
            }
        }
        assertThat(last.sent().incidents().stream()
                        .map(ReportListedIncident::toString)
                        .filter(open -> open.contains("http")))
                .isEmpty();
    }

    @Test
    void the_words_of_june_count_as_those_of_today_do() throws IOException {
        Imported june = Imported.run(PROFILE, null, RealFiles.input("2020pb-history/2020-06-30_331f2fe306.json.gz"));
        assertThat(june.report().problem()).isNull();
        assertThat(june.rejected()).isEmpty();
        assertThat(june.report().rows().read()).isEqualTo(511);
        assertThat(june.report().asOf()).isEqualTo("2020-06-30");
        long rubber = june.sent().incidents().stream()
                .filter(incident -> Stream.of("rubber-bullet", "rubber-bullets")
                        .anyMatch(words(incident.claims(), "label")::contains))
                .count();
        assertThat(rubber).isPositive();
        assertThat(june.sent().incidents().stream().filter(has(any("munition", "rubber-bullet"))))
                .hasSize((int) rubber);
        for (String month : List.of("2020-07-31_13f34136dc", "2020-08-31_d0aa93e48e", "2020-09-30_d25d92e484")) {
            Imported then = Imported.run(PROFILE, null, RealFiles.input("2020pb-history/" + month + ".json.gz"));
            assertThat(then.report().problem()).isNull();
            assertThat(then.rejected()).as(month).isEmpty();
        }
    }

    private static int expected(String group) {
        return expected.get("by_force_group").get(group).asInt();
    }

    private static Predicate<ForceUse> any(String attribute, String word) {
        return forceUse -> words(forceUse.claims(), attribute).contains(word);
    }

    private static Predicate<ReportListedIncident> has(Predicate<ForceUse> forceUse) {
        return incident -> incident.forceUses().stream().anyMatch(forceUse);
    }

    private static int incidentsWith(Predicate<ForceUse> forceUse) {
        return (int) last.sent().incidents().stream().filter(has(forceUse)).count();
    }
}
