package dalil.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dalil.events.incident.IncidentFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactMapperTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");

    private final FactMapper mapper = new FactMapper(Facts.CATALOGUE);

    @Test
    void every_fact_in_the_catalogue_has_an_example() {
        assertThat(SampleFacts.ALL.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Facts.CATALOGUE.all().stream().map(FactType::payload).collect(Collectors.toSet()));
    }

    @Test
    void every_fact_reads_back_as_it_was() {
        for (Fact fact : SampleFacts.ALL) {
            FactSections sections = mapper.write(fact);
            FactType type = Facts.CATALOGUE.of(fact.getClass());
            assertThat(mapper.read(type.name(), type.revision(), sections.payload(), sections.sealed()))
                    .isEqualTo(fact);
        }
    }

    /** Any change on the wire is a reviewed diff: run with -Ddalil.approve=true to write the files, then read them. */
    @Test
    void every_fact_looks_on_the_wire_as_approved() throws IOException {
        int number = 0;
        for (Fact fact : SampleFacts.ALL) {
            FactType type = Facts.CATALOGUE.of(fact.getClass());
            Path file = APPROVED.resolve("%02d-%s-%s.json".formatted(++number, type.name(), type.revision()));
            String actual = pretty(mapper.write(fact));
            if (Boolean.getBoolean("dalil.approve")) {
                Files.createDirectories(APPROVED);
                Files.writeString(file, actual);
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        }
        try (var files = Files.list(APPROVED)) {
            assertThat(files.count()).isEqualTo(SampleFacts.ALL.size());
        }
    }

    @Test
    void a_payload_reads_without_its_sealed_section_and_says_that_values_were_erased() {
        IncidentFact.Retracted fact = new IncidentFact.Retracted(Protected.of("incident/1", "никому"));
        FactSections sections = mapper.write(fact);
        IncidentFact.Retracted left =
                (IncidentFact.Retracted) mapper.read("incident.retracted", "1", sections.payload(), null);
        assertThat(left.reason().isErased()).isTrue();
        assertThatThrownBy(() -> mapper.write(left)).hasMessageContaining("erased value");
    }

    @Test
    void a_payload_never_holds_a_protected_value() {
        for (Fact fact : SampleFacts.ALL) {
            String payload = new String(mapper.write(fact).payload(), StandardCharsets.UTF_8);
            assertThat(payload)
                    .doesNotContain(
                            "Ойдон", "around nine", "a yard", "42.87601", "example.invalid", "He said", "\"so\"");
        }
    }

    @Test
    void only_the_fact_mapper_serialises_a_protected_value() {
        Protected<String> secret = Protected.of("source/1", "secret");
        assertThat(secret.toString()).isEqualTo("‹protected›");
        assertThatThrownBy(() -> new ObjectMapper()
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .writeValueAsString(secret))
                .hasMessageContaining("fact mapper only");
    }

    @Test
    void refuses_unknown_fields_and_unknown_types() {
        byte[] extra = "{\"reason\":{\"sealed\":\"/reason\"},\"x\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> mapper.read("incident.retracted", "1", extra, null))
                .isInstanceOf(FactMapper.UnreadableFact.class);
        assertThatThrownBy(() -> mapper.read("incident.retracted", "2", extra, null))
                .isInstanceOf(FactCatalogue.UnknownFact.class);
        assertThatThrownBy(() -> mapper.write("not a fact")).isInstanceOf(FactCatalogue.UnknownFact.class);
    }

    @Test
    void refuses_text_that_has_no_canonical_form() {
        assertThatThrownBy(() -> mapper.write(new IncidentFact.Retracted(Protected.of("incident/1", "\ud800"))))
                .hasMessageContaining("lone surrogate");
    }

    private static String pretty(FactSections sections) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode payload = json.readTree(sections.payload());
        JsonNode sealed = sections.sealed() == null
                ? json.missingNode()
                : json.readTree(Objects.requireNonNull(sections.sealed()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(payload)
                + "\n\nsealed\n"
                + (sealed.isMissingNode()
                        ? ""
                        : json.writerWithDefaultPrettyPrinter().writeValueAsString(sealed))
                + "\n";
    }
}
