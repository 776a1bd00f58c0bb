package dalil.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final Path VECTORS = Path.of("../../shared/data/vectors/jcs-rfc8785");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void agrees_with_the_published_files_that_hold_no_fractions() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(VECTORS), "skipped: ../shared/data is not beside this checkout");
        for (String file : new String[] {"french", "unicode", "weird"}) {
            byte[] expected = Files.readAllBytes(VECTORS.resolve("output/" + file + ".json"));
            assertThat(CanonicalJson.write(json.readTree(
                            VECTORS.resolve("input/" + file + ".json").toFile())))
                    .as(file)
                    .isEqualTo(expected);
        }
    }

    @Test
    void sorts_names_by_utf_16_code_unit() throws IOException {
        assertThat(
                        text(
                                "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\u00f6\":4,\"\\u0080\":5,\"1\":6,\"\\r\":7}"))
                .isEqualTo("{\"\\r\":7,\"1\":6,\"\u0080\":5,\"ö\":4,\"€\":3,\"😀\":2,\"\ufb33\":1}");
    }

    @Test
    void writes_the_edge_of_the_safe_integers_and_refuses_what_lies_beyond() throws IOException {
        assertThat(text("[9007199254740991,-9007199254740991,0]")).isEqualTo("[9007199254740991,-9007199254740991,0]");
        for (String outside :
                new String[] {"9007199254740992", "-9007199254740992", "1.5", "1e2", "99999999999999999999"}) {
            assertThatThrownBy(() -> text("[" + outside + "]")).hasMessageContaining("write it as a string");
        }
    }

    @Test
    void refuses_lone_surrogates_and_deep_nesting() {
        assertThatThrownBy(() -> CanonicalJson.write(JsonNodeFactory.instance.textNode("a\udc00")))
                .hasMessageContaining("lone surrogate at position 1");
        assertThatThrownBy(() -> text("[".repeat(70) + "]".repeat(70))).hasMessageContaining("nested deeper than 64");
    }

    private String text(String source) throws IOException {
        return new String(CanonicalJson.write(json.readTree(source)), StandardCharsets.UTF_8);
    }
}
