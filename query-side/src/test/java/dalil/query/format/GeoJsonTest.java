package dalil.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.format.GeoJson.Point;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GeoJsonTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void writes_longitude_first_with_the_digits_that_were_recorded() {
        assertThat(written("a", Point.of("42.8760", "-74.6036"), Map.of()))
                .isEqualTo(
                        "{\"type\":\"FeatureCollection\",\"index\":41,\"features\":[{\"type\":\"Feature\",\"id\":\"a\","
                                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[-74.6036,42.8760]},\"properties\":{}}]}");
    }

    @Test
    void a_record_without_an_open_point_stays_in_the_collection() {
        JsonNode feature = json.readTree(written("a", null, Map.of())).at("/features/0");

        assertThat(feature.has("geometry")).isTrue();
        assertThat(feature.get("geometry").isNull()).isTrue();
    }

    @Test
    void texts_come_back_as_they_were_recorded() {
        String title = "көз жашын агызуучу газ 😀 \"=1\"\r\n\0</script>";

        JsonNode feature =
                json.readTree(written("a", null, Map.of("title", title))).at("/features/0");

        assertThat(feature.at("/properties/title").stringValue()).isEqualTo(title);
    }

    @Test
    void an_empty_collection_is_a_collection() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GeoJson(json, out, Map.of()).close();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
    }

    @Test
    void a_very_small_number_keeps_its_digits() {
        assertThat(written("a", Point.of("0.00000001", "0"), Map.of())).contains("[0,0.00000001]");
    }

    private String written(String id, @Nullable Point point, Map<String, ?> properties) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GeoJson collection = new GeoJson(json, out, Map.of("index", 41))) {
            collection.feature(id, point, properties);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
