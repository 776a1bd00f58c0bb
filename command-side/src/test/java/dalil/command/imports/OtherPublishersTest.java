package dalil.command.imports;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.command.imports.profile.Profile;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.claim.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine knows nothing of one publisher: profiles written for others, on their real files. */
class OtherPublishersTest {

    @Test
    void reads_reported_events_with_vague_hours_and_sources_of_their_own() throws IOException {
        Imported sequence =
                Imported.run(profile("bishkek-sequence"), null, RealFiles.input("bishkek-2020/sequence.csv"));
        assertThat(sequence.report().problem()).isNull();
        assertThat(sequence.rejected()).isEmpty();
        assertThat(sequence.report().warnings()).isEmpty();
        assertThat(sequence.report().rows().created()).isEqualTo(22);
        List<Occurred> times = sequence.sent().incidents().stream()
                .flatMap(incident -> values(incident.claims(), "time").stream())
                .map(Occurred.class::cast)
                .toList();
        assertThat(times).hasSize(22);
        assertThat(times.stream().map(Occurred::timeOfDay))
                .contains(
                        new Hours("18:00", "00:00", true),
                        new Hours(null, "20:45", false),
                        new Hours("21:00", "21:00", true));
        assertThat(times.stream().filter(time -> time.words() != null)).hasSizeGreaterThan(10);
        Map<String, Integer> weapons = new HashMap<>();
        for (ReportListedIncident incident : sequence.sent().incidents()) {
            Set<String> here = new HashSet<>();
            incident.forceUses().forEach(use -> here.addAll(words(use.claims(), "weapon")));
            here.forEach(weapon -> weapons.merge(weapon, 1, Integer::sum));
            Place place = (Place) values(incident.claims(), "place").get(0);
            assertThat(place.path()).startsWith("KG");
            // what was said is said by the outlet, and on its day if that is known
            Claim title = incident.claims().get(0);
            assertThat(sequence.sent().sources().stream().map(source -> source.stream()))
                    .contains("source/" + title.source());
        }
        assertThat(weapons)
                .containsEntry("water-cannon", 4)
                .containsEntry("kinetic-impact-projectile", 4)
                .containsEntry("thrown-object", 3)
                .containsEntry("incendiary", 1);
    }

    @Test
    void joins_three_packed_tables_and_counts_as_they_do() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(RealFiles.path("nj-use-of-force/expected.json").toFile());
        long start = System.nanoTime();
        Imported forms = Imported.run(
                profile("nj-use-of-force"),
                null,
                RealFiles.input("nj-use-of-force/incident.csv.gz"),
                RealFiles.input("nj-use-of-force/incident_subject_force_type.csv.gz"),
                RealFiles.input("nj-use-of-force/incident_type.csv.gz"));
        System.out.println("72,743 rows of joined tables in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(forms.report().problem()).isNull();
        assertThat(forms.rejected()).isEmpty();
        assertThat(forms.report().warnings()).isEmpty();
        assertThat(forms.report().rows().created()).isEqualTo(72_743);
        Map<String, Integer> years = new HashMap<>();
        Map<String, Integer> types = new HashMap<>();
        long uses = 0;
        for (ReportListedIncident incident : forms.sent().incidents()) {
            Occurred time = (Occurred) values(incident.claims(), "time").get(0);
            years.merge(time.date().substring(0, 4), 1, Integer::sum);
            Set<String> here = new HashSet<>();
            uses += incident.forceUses().size();
            incident.forceUses().forEach(use -> here.addAll(words(use.claims(), "munition-asserted")));
            here.forEach(type -> types.merge(type, 1, Integer::sum));
        }
        assertThat(uses).isEqualTo(84_952);
        expected.get("incidents_by_year")
                .fields()
                .forEachRemaining(year -> assertThat(years)
                        .containsEntry(year.getKey(), year.getValue().asInt()));
        expected.get("incidents_by_force_type")
                .fields()
                .forEachRemaining(type -> assertThat(types.getOrDefault(type.getKey(), 0))
                        .as(type.getKey())
                        .isEqualTo(type.getValue().asInt()));
        assertThat(forms.sent().incidents().stream()
                        .flatMap(incident -> incident.claims().stream())
                        .map(Claim::value)
                        .filter(value -> value instanceof ClaimValue.Answer))
                .isEmpty();
    }

    private static Profile profile(String name) throws IOException {
        try (InputStream in = OtherPublishersTest.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
            return dalil.command.imports.yaml.ProfileYaml.parse(in.readAllBytes());
        }
    }
}
