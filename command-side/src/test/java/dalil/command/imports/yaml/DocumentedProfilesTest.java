package dalil.command.imports.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.ImportReport;
import dalil.command.imports.Imported;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that {@code docs/import-profiles.md} shows can be followed, and its worked examples come out as it says. */
class DocumentedProfilesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "import-profiles.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ([^\\n]+)\\n(.*?)^```$");
    private static final Map<String, String> REST = Map.of(
            "profile", "profile: rest\n",
            "dataset", "dataset: { name: rest, publisher: { name: A club, type: other } }\n",
            "records", "records: { format: csv }\n",
            "emit", "emit: [{ kind: incident, set: { title: what } }]\n");

    @TempDir
    private Path folder = Path.of("");

    private record Block(String language, String of, String content) {

        String value(String key) {
            Matcher matcher = Pattern.compile(key + "=(\\S+)").matcher(of);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    @Test
    void every_fragment_is_part_of_a_profile_that_can_be_followed() throws IOException {
        List<Block> fragments =
                blocks().stream().filter(block -> block.of().equals("fragment")).toList();
        assertThat(fragments).hasSizeGreaterThan(9);
        for (Block fragment : fragments) {
            StringBuilder whole = new StringBuilder(fragment.content());
            REST.forEach((key, lines) -> {
                if (!Pattern.compile("(?m)^" + key + ":")
                        .matcher(fragment.content())
                        .find()) {
                    whole.append(lines);
                }
            });
            assertThat(Imported.profile(whole.toString()).name())
                    .as(whole.toString())
                    .isEqualTo("rest");
        }
    }

    @Test
    void every_worked_example_comes_out_as_it_says() throws IOException {
        Map<String, List<Block>> examples = new LinkedHashMap<>();
        for (Block block : blocks()) {
            if (!block.value("example").isEmpty()) {
                examples.computeIfAbsent(block.value("example"), name -> new ArrayList<>())
                        .add(block);
            }
        }
        assertThat(examples)
                .containsOnlyKeys(
                        "shortest", "no-id", "joined", "nested", "casualties", "in-words", "figures", "changes");
        for (Map.Entry<String, List<Block>> example : examples.entrySet()) {
            run(example.getKey(), example.getValue());
        }
    }

    @Test
    void every_attribute_is_named() throws IOException {
        String document = Files.readString(DOCUMENT);
        Attributes.all().stream()
                .filter(attribute -> attribute.of() != Attribute.Of.REPORT) // people tell reports, files do not
                .forEach(attribute -> assertThat(document).contains("`" + attribute.name() + "`"));
    }

    private void run(String name, List<Block> blocks) throws IOException {
        Profile profile = Imported.profile(only(blocks, "yaml").content());
        List<InputFile> inputs = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.value("file").isEmpty()) {
                byte[] content = block.content().getBytes(StandardCharsets.UTF_8);
                String file = block.value("file");
                inputs.add(Imported.file(folder, file, file.endsWith(".gz") ? gzip(content) : content));
            }
        }
        boolean dated = profile.asOf() != null || profile.changes() != null;
        Imported imported = Imported.run(profile, dated ? null : "2020-10-19", inputs.toArray(InputFile[]::new));
        ImportReport report = imported.report();
        assertThat(report.problem()).as(name).isNull();
        assertThat(report.warnings()).as(name).isEmpty();
        List<String> expected =
                new ArrayList<>(only(blocks, "expect").content().lines().toList());
        Map<String, Long> counts = new TreeMap<>(Map.of(
                "incidents", (long) imported.sent().incidentStreams().size(),
                "sources", report.given().sources(),
                "forceUses", report.given().forceUses(),
                "casualties", report.given().casualties(),
                "injuries", report.given().injuries(),
                "figures", report.given().figures(),
                "links", (long) imported.sent().links().size(),
                "listings", (long) imported.sent().listings.size() - 1,
                "rejected", report.rows().rejected(),
                "skipped", report.rows().skipped()));
        for (String count : expected.remove(0).split(" ")) {
            String[] parts = count.split("=");
            assertThat(counts.remove(parts[0])).as(name + " " + parts[0]).isEqualTo(Long.parseLong(parts[1]));
        }
        assertThat(counts.values())
                .as("%s: what is not named is none of %s", name, counts)
                .allMatch(none -> none == 0);
        assertThat(imported.rejected()).as(name).isEqualTo(expected);
    }

    private static Block only(List<Block> blocks, String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static List<Block> blocks() throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(DOCUMENT));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        assertThat(blocks.stream().filter(block -> block.language().equals("yaml")))
                .hasSize((int) Files.readString(DOCUMENT)
                        .lines()
                        .filter(line -> line.startsWith("```yaml"))
                        .count());
        return blocks;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
