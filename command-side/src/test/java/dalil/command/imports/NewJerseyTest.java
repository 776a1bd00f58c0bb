package dalil.command.imports;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.yaml.Profiles;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped profile on seven joined tables, held against tallies that were made from them independently. */
class NewJerseyTest {

    private static final List<String> TABLES = List.of(
            "incident",
            "subject",
            "incident_subject_force_type",
            "incident_subject_injury",
            "incident_subject_medical_treatment",
            "incident_officer_injury_type",
            "incident_type");

    /** By the publisher's own word for them; they are subjects of force and no people. */
    private static final int ANIMALS = 121;

    private static final int INJURED_ANIMALS = 84;

    private static Imported forms;
    private static JsonNode expected;

    @BeforeAll
    static void imports() throws IOException {
        expected = new ObjectMapper()
                .readTree(RealFiles.path("nj-use-of-force/expected.json").toFile());
        forms = Imported.run(
                Profiles.shipped("nj-use-of-force").orElseThrow(),
                null,
                TABLES.stream()
                        .map(table -> RealFiles.input("nj-use-of-force/" + table + ".csv.gz"))
                        .toArray(InputFile[]::new));
    }

    @Test
    void every_form_is_an_incident_and_every_kind_of_force_a_use_of_it() {
        assertThat(forms.report().problem()).isNull();
        assertThat(forms.rejected()).isEmpty();
        assertThat(forms.report().warnings()).isEmpty();
        assertThat(forms.report().rows().created())
                .isEqualTo(72_743)
                .isEqualTo(expected.get("records").asLong());
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
        assertThat(uses)
                .isEqualTo(expected.at("/rows/incident_subject_force_type").asLong());
        same(years, expected.get("incidents_by_year"));
        same(types, expected.get("incidents_by_force_type"));
    }

    @Test
    void every_subject_but_an_animal_is_a_casualty_of_their_form() {
        List<RecordListedCasualty> people = forms.sent().casualties();
        assertThat(people.size() + ANIMALS)
                .isEqualTo(74_580)
                .isEqualTo(expected.at("/rows/subject").asInt());
        assertThat(ANIMALS).isEqualTo(expected.at("/subject_type/Animal").asInt());
        assertThat(people.stream().map(RecordListedCasualty::stream).distinct()).hasSize(people.size());
        Set<String> incidents = forms.sent().incidentStreams();
        assertThat(people).allMatch(person -> incidents.contains("incident/" + person.incident()));
        long injured = people.stream()
                .filter(person -> words(person.claims(), "outcome").contains("injured"))
                .count();
        assertThat(injured + INJURED_ANIMALS)
                .isEqualTo(13_733)
                .isEqualTo(expected.at("/subjects_injured/True").asLong());
        assertThat(people.stream()
                        .filter(person -> words(person.claims(), "label").contains("Unknown Subject(s)")))
                .hasSize(expected.at("/subject_type/Unknown Subject(s)").asInt());
        assertThat(people.stream()
                        .filter(person -> values(person.claims(), "age").stream()
                                .anyMatch(age -> age instanceof ClaimValue.Range range && range.least() == 0)))
                .as("an age that is not given is no zero")
                .isEmpty();
    }

    @Test
    void an_injury_is_put_to_a_person_only_where_it_can_be_nobody_elses() {
        Map<String, List<RecordListedCasualty>> byForm =
                forms.sent().casualties().stream().collect(Collectors.groupingBy(person -> person.incident() + ""));
        Map<String, Integer> wounds = new TreeMap<>();
        int put = 0;
        for (List<RecordListedCasualty> people : byForm.values()) {
            List<RecordListedCasualty> wounded = new ArrayList<>(people);
            wounded.removeIf(person -> person.injuries().isEmpty());
            assertThat(wounded.size()).isLessThanOrEqualTo(1);
            for (RecordListedCasualty person : wounded) {
                assertThat(people.size() == 1
                                || words(person.claims(), "outcome").contains("injured"))
                        .isTrue();
                for (Injury injury : person.injuries()) {
                    put++;
                    words(injury.claims(), "mechanism").forEach(one -> wounds.merge(one, 1, Integer::sum));
                }
            }
        }
        // counted apart in Python: of the others 54 say Not Provided, 370 are of several injured subjects, 81 of an
        // animal
        assertThat(put).isEqualTo(16_835 - 54 - 370 - 81);
        assertThat(wounds).isEqualTo(Map.of("blunt", 1_941, "penetrating", 110));
    }

    @Test
    void what_the_form_says_of_injuries_and_treatment_stays_in_its_words() {
        Map<String, Integer> labels = new HashMap<>();
        forms.sent()
                .incidents()
                .forEach(incident ->
                        words(incident.claims(), "label").forEach(label -> labels.merge(label, 1, Integer::sum)));
        // forms that name it, counted apart with zcat, sort -u and grep -c
        assertThat(labels)
                .containsEntry("Domestic", 11_417)
                .containsEntry("subject: Gunshot wound", 185)
                .containsEntry("officer: Gunshot wound", 7)
                .containsEntry("treatment: refused", 3_693);
    }

    private static void same(Map<String, Integer> counted, JsonNode published) {
        published
                .fields()
                .forEachRemaining(count -> assertThat(counted.getOrDefault(count.getKey(), 0))
                        .as(count.getKey())
                        .isEqualTo(count.getValue().asInt()));
    }
}
