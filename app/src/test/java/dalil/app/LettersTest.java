package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wrote comes out as they wrote it, by whichever way it came in and goes out. */
class LettersTest {

    /** Kyrgyz letters, an emoji beyond the basic plane, and a letter with its accent apart, which nobody may normalise. */
    private static final String WORDS = "Көчөдө ң ө ү Ң Ө Ү — 👁️‍🗨️ 😀 и\u0306";

    @Test
    void come_out_of_every_way_as_they_went_in(@TempDir Path folder) throws Exception {
        try (RunningServer server = RunningServer.on(folder.resolve("register"))) {
            String source = server.source("self");
            String id = server.post("/api/incidents", """
                            {"title":"%s","claims":[
                              {"attribute":"label","value":"%s","source":"%s","reported":"unknown","words":"%s"},
                              {"attribute":"narrative","value":"%s","source":"%s","reported":"unknown"},
                              {"attribute":"place","value":{"name":"%s","path":["KG","%s"],"precision":"city"},
                               "source":"%s","reported":"unknown"}]}""".formatted(
                                    WORDS, WORDS, source, WORDS, WORDS, source, WORDS, WORDS, source))
                    .id();
            Path profile = Files.writeString(folder.resolve("p.yaml"), InventedDataset.PROFILE);
            Path table = Files.writeString(
                    folder.resolve("t.csv"), "id,title,date,tag\nr1,\"%s\",2020-10-05,%s\n".formatted(WORDS, WORDS));
            int exit = new picocli.CommandLine(new Main())
                    .execute("import", "--profile", profile.toString(), table.toString(), "--server", server.address());
            assertThat(exit).isZero();

            assertThat(occurrences(server.get("/api/incidents/" + id).text())).isEqualTo(6);
            assertThat(occurrences(
                            server.get("/api/incidents/" + id + "/history").text()))
                    .isGreaterThanOrEqualTo(5);
            for (String format : new String[] {"json", "csv", "geojson"}) {
                String answer = server.get("/api/timeline?format=" + format).text();
                assertThat(occurrences(answer)).as(format).isGreaterThanOrEqualTo(6);
            }
            assertThat(server.get("/api/tallies?of=incidents&by=label").body().get("cells"))
                    .hasSize(1);
            assertThat(server.get("/api/tallies?of=incidents&by=label&format=csv")
                            .text())
                    .contains(WORDS);
            String search = java.net.URLEncoder.encode("көчөдө ң", StandardCharsets.UTF_8);
            assertThat(server.get("/api/timeline?q=" + search).body().get("entries"))
                    .hasSize(2);
        }
        assertThat(Normalizer.isNormalized(WORDS, Normalizer.Form.NFC)).isFalse();
    }

    private static int occurrences(String text) {
        return text.split(java.util.regex.Pattern.quote(WORDS), -1).length - 1;
    }
}
