package dalil.command.imports;

import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.yaml.Profiles;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real changes of a real file, held against what its publisher listed at the end of each month. */
class PoliceForceHistoryTest {

    private static final String LOG = "2020pb-history/events-until-2020-09-30.jsonl";
    private static final DatasetIds IDS = DatasetIds.named("2020pb-history", Imported.KEY);
    private static final Map<String, Integer> MONTHS = new TreeMap<>(Map.of(
            "2020-06-30_331f2fe306", 511,
            "2020-07-31_13f34136dc", 860,
            "2020-08-31_d0aa93e48e", 1_070,
            "2020-09-30_d25d92e484", 1_166));

    /** At each version, how many listed incidents have a rubber bullet, and how many a disorientation device. */
    private static final Map<String, int[]> TALLIES = new TreeMap<>();

    private static final Map<String, ReportListedIncident> LAST = new HashMap<>();
    private static RecordedRows sink;
    private static ImportReport report;

    @BeforeAll
    static void imports() {
        InputFile log = RealFiles.input(LOG);
        sink = new RecordedRows();
        RowSink tallying = new RowSink() {
            @Override
            public Outcome accept(ImportedRow row) {
                synchronized (LAST) {
                    row.commands().stream()
                            .filter(ReportListedIncident.class::isInstance)
                            .forEach(command -> LAST.put(command.stream(), (ReportListedIncident) command));
                }
                return sink.accept(row);
            }

            @Override
            public long list(ListDataset listing) {
                TALLIES.put(listing.version(), new int[] {
                    count(listing, "munition", "rubber-bullet"), count(listing, "weapon", "disorientation-device")
                });
                return sink.list(listing);
            }
        };
        try (RejectsFile rejects = new RejectsFile(new java.io.StringWriter())) {
            report = new ImportRun(
                            new ImportRequest(
                                    Profiles.shipped("2020pb-history").orElseThrow(), List.of(log), null, null, false),
                            tallying,
                            sink.streams::contains,
                            Imported.KEY,
                            Imported.ids(),
                            Imported.NOON,
                            rejects,
                            progress -> {})
                    .run();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int count(ListDataset listing, String attribute, String word) {
        return (int) listing.ids().stream()
                .map(id -> LAST.get("incident/" + id))
                .filter(incident -> incident.forceUses().stream()
                        .anyMatch(use -> words(use.claims(), attribute).contains(word)))
                .count();
    }

    @Test
    void every_line_is_followed_and_every_version_listed() {
        assertThat(report.problem()).isNull();
        assertThat(report.rows().read()).isEqualTo(5_347);
        assertThat(report.rows().rejected()).isZero();
        assertThat(report.rows().removed()).isEqualTo(15);
        assertThat(report.warnings()).isEmpty();
        assertThat(sink.listings).hasSize(380);
    }

    @Test
    void what_is_listed_at_the_end_of_a_month_is_what_the_publisher_listed() throws IOException {
        for (Map.Entry<String, Integer> month : MONTHS.entrySet()) {
            TreeSet<String> ids = new TreeSet<>();
            for (JsonNode row : snapshot(month.getKey())) {
                ids.add(IDS.row(row.get("id").asText()).toString());
            }
            assertThat(ids).hasSize(month.getValue());
            assertThat(new TreeSet<>(at(month.getKey().substring(0, 10)).ids())).isEqualTo(ids);
        }
    }

    @Test
    void what_a_record_says_at_the_end_is_what_the_publishers_last_file_says() {
        Imported snapshot = Imported.run(
                new ImportRequest(
                        Profiles.shipped("2020pb").orElseThrow(),
                        List.of(RealFiles.input("2020pb-history/2020-09-30_d25d92e484.json.gz")),
                        "2020pb-history",
                        null,
                        false),
                new RecordedRows());
        assertThat(snapshot.sent().incidents()).hasSize(1_166).allSatisfy(incident -> {
            ReportListedIncident now = Objects.requireNonNull(LAST.get(incident.stream()));
            assertThat(said(now)).isEqualTo(said(incident));
        });
    }

    private static List<String> said(ReportListedIncident incident) {
        List<Claim> claims = new ArrayList<>(incident.claims());
        incident.forceUses().forEach(use -> claims.addAll(use.claims()));
        List<String> said = new ArrayList<>();
        claims.forEach(claim -> said.add(claim.attribute() + " " + claim.value().hashCode() + " " + claim.source()));
        incident.forceUses().forEach(use -> said.add(use.id()));
        return said;
    }

    @Test
    void other_words_for_the_same_weapons_make_no_jump() {
        int before = 0;
        for (Map.Entry<String, int[]> version : TALLIES.entrySet()) {
            int rubber = version.getValue()[0];
            if (version.getKey().compareTo("2020-06-28") > 0) {
                assertThat(Math.abs(rubber - before))
                        .as("rubber bullets at " + version.getKey())
                        .isLessThan(8);
            }
            before = rubber;
        }
        int[] july = Objects.requireNonNull(TALLIES.get(at("2020-07-31").version()));
        int[] august = Objects.requireNonNull(TALLIES.get(at("2020-08-31").version()));
        System.out.println("rubber bullets " + july[0] + " then " + august[0] + ", disorientation devices " + july[1]
                + " then " + august[1]);
        assertThat(august[0]).isBetween(july[0], july[0] + 15);
        assertThat(august[1]).isBetween(july[1], july[1] + 15);
    }

    @Test
    void the_words_and_records_are_those_of_the_other_profile() throws IOException {
        assertThat(rest("2020pb-history")).isEqualTo(rest("2020pb")).contains("emit:");
    }

    private static String rest(String profile) throws IOException {
        try (InputStream in = Profiles.class.getResourceAsStream("/dalil/profiles/" + profile + ".yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return yaml.substring(yaml.indexOf("\nid: id"));
        }
    }

    /** The last listing on or before a day. */
    private static ListDataset at(String day) {
        return sink.listings.stream()
                .filter(listing -> listing.asOf().compareTo(day) <= 0)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static JsonNode snapshot(String name) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(RealFiles.path("2020pb-history/" + name + ".json.gz")))) {
            return new ObjectMapper().readTree(in).get("data");
        }
    }
}
