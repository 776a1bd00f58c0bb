package dalil.command.imports;

import static dalil.command.imports.RecordedRows.values;
import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.yaml.Profiles;
import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.claim.Place;
import dalil.events.figure.Figure;
import dalil.events.incident.IncidentFact.ForceUse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped profiles for the case itself: every published figure and every reported event, with nothing put right. */
class Bishkek2020Test {

    private static final String FIGURES = "bishkek-2020/figures.csv";
    private static final String SEQUENCE = "bishkek-2020/sequence.csv";
    private static final DatasetIds OF_FIGURES = DatasetIds.named("bishkek-2020-figures", Imported.KEY);
    private static final DatasetIds OF_SEQUENCE = DatasetIds.named("bishkek-2020-sequence", Imported.KEY);

    private static Imported figures;
    private static Imported sequence;

    @BeforeAll
    static void imports() {
        figures = Imported.run(Profiles.shipped("bishkek-2020-figures").orElseThrow(), null, RealFiles.input(FIGURES));
        sequence =
                Imported.run(Profiles.shipped("bishkek-2020-sequence").orElseThrow(), null, RealFiles.input(SEQUENCE));
    }

    @Test
    void every_row_is_a_figure_that_says_what_the_row_says() throws IOException {
        assertThat(figures.report().problem()).isNull();
        assertThat(figures.rejected()).isEmpty();
        assertThat(figures.report().warnings()).isEmpty();
        assertThat(figures.sent().figures()).hasSize(50);
        for (CSVRecord row : rows(FIGURES)) {
            Figure figure = figure(row.get("id"));
            assertThat(figure.least())
                    .isEqualTo(Long.parseLong(row.get("value")))
                    .isEqualTo(figure.greatest());
            assertThat(figure.published()).isEqualTo(row.get("published"));
            assertThat(figure.unit()).isEqualTo(row.get("unit"));
            assertThat(figure.period()).isEqualTo(row.get("period"));
            assertThat(figure.qualifier()).isEqualTo(row.get("qualifier"));
            assertThat(figure.includes().dead()).isEqualTo(row.get("includes_dead"));
            assertThat(figure.includes().securityForces()).isEqualTo(row.get("includes_security_forces"));
            assertThat(figure.measure()).isEqualTo(row.get("measure").replace("-by-patient", ""));
            assertThat(text(figure.measureWords())).isEqualTo(row.get("measure_words"));
            assertThat(text(figure.populationWords())).isEqualTo(row.get("population"));
            Occurred asOf = Objects.requireNonNull(figure.asOf());
            assertThat(asOf.date()).isEqualTo(row.get("as_of"));
            assertThat(text(asOf.words())).isEqualTo(row.get("as_of_words"));
            assertThat(text(figure.note())).contains(row.get("note")).contains(row.get("source"));
            boolean named = !row.get("publisher").equals("unknown");
            assertThat(name(figure.publisher())).isEqualTo(row.get(named ? "publisher" : "reported_via"));
            String via = figure.reportedVia();
            assertThat(via == null ? "" : name(via)).isEqualTo(named ? row.get("reported_via") : "");
            String origin = row.get("origin");
            assertThat(figure.origin().equals("self") ? row.get("publisher") : name(figure.origin()))
                    .isEqualTo(origin);
        }
    }

    @Test
    void words_and_hours_that_are_told_stay_beside_each_other() {
        Occurred asOf = Objects.requireNonNull(figure("F5-sought-help").asOf());
        assertThat(asOf.timeOfDay()).isEqualTo(new Hours("08:00", "08:00", false));
        assertThat(text(asOf.words())).isEqualTo("08:00 local");
        assertThat(Objects.requireNonNull(figure("F7-dead").asOf()).timeOfDay())
                .isEqualTo(new Hours("15:00", "15:00", false));
        assertThat(Objects.requireNonNull(figure("F8-dead").asOf()).timeOfDay()).isNull();
        assertThat(figures.sent().figures().stream()
                        .map(listed -> Objects.requireNonNull(listed.figure().asOf()))
                        .filter(one -> one.timeOfDay() != null))
                .hasSize(6);
    }

    @Test
    void what_contradicts_itself_stays_as_it_was_published() {
        assertThat(figure("F7-sought-help").least()).isEqualTo(686);
        assertThat(figure("F8-sought-help").least()).isEqualTo(768);
        assertThat(figure("F9-sought-help").least()).isEqualTo(911);
        assertThat(figure("C1-hospitalised").least()).isEqualTo(90);
        assertThat(figure("F4-security-share").unit()).isEqualTo("percent");
        assertThat(figure("F2-calls").unit()).isEqualTo("calls");
        assertThat(figure("C1-medics").population()).isEqualTo("medics");
        assertThat(figure("F1-hospitalised").population()).isEqualTo("security-forces");
        assertThat(figure("C1-refused-admission").measure()).isEqualTo("refused-admission");
        assertThat(figure("F11-hospitalised-a").period()).isEqualTo("at-moment");
        assertThat(figure("F11-hospitalised-b").period()).isEqualTo("since-start");
        assertThat(figures.sent().casualties())
                .as("the one death stays a figure")
                .isEmpty();
    }

    @Test
    void a_repeated_figure_goes_back_to_the_ministry_and_a_name_is_one_source() throws IOException {
        String ministry = OF_FIGURES.source("Ministry of Health").toString();
        assertThat(figure("F13-hospitalised").origin()).isEqualTo(ministry);
        assertThat(figure("F7-dead").publisher()).isEqualTo(ministry);
        assertThat(figure("F7-dead").origin()).isEqualTo("self");
        assertThat(figure("F6-police-b").origin()).isEqualTo("unknown");
        List<String> named = new ArrayList<>();
        for (CSVRecord row : rows(FIGURES)) {
            named.addAll(List.of(row.get("publisher"), row.get("origin"), row.get("reported_via")));
        }
        named.removeIf("unknown"::equals);
        Map<String, List<String>> streams = figures.sent().sources().stream()
                .collect(Collectors.groupingBy(
                        RegisterSource::name,
                        Collectors.mapping(
                                RegisterSource::stream,
                                Collectors.collectingAndThen(Collectors.toSet(), set -> List.copyOf(set)))));
        streams.remove("Compiled from press reports and an appeal");
        assertThat(streams).containsOnlyKeys(named.stream().distinct().toArray(String[]::new));
        assertThat(streams.values()).allSatisfy(one -> assertThat(one).hasSize(1));
        assertThat(figures.sent().sources().stream()
                        .filter(source -> source.type().equals("unknown")))
                .as("the profile knows what each of them is")
                .isEmpty();
    }

    @Test
    void every_report_is_an_incident_with_its_hours_words_and_weapons() throws IOException {
        assertThat(sequence.report().problem()).isNull();
        assertThat(sequence.rejected()).isEmpty();
        assertThat(sequence.report().warnings()).isEmpty();
        assertThat(sequence.sent().incidents()).hasSize(22);
        Map<String, Integer> weapons = new HashMap<>();
        for (CSVRecord row : rows(SEQUENCE)) {
            ReportListedIncident incident = incident(row.get("id"));
            Claim title = claim(incident, "title");
            assertThat(words(incident.claims(), "title")).containsExactly(row.get("what"));
            assertThat(title.reported()).isEqualTo(row.get("reported").isEmpty() ? null : row.get("reported"));
            Occurred time = (Occurred) claim(incident, "time").value();
            assertThat(time.date()).isEqualTo(row.get("occurred"));
            assertThat(text(time.words())).isEqualTo(row.get("occurred_words"));
            assertThat(time.timeOfDay() == null)
                    .isEqualTo(row.get("time_of_day").isEmpty());
            Place place = (Place) claim(incident, "place").value();
            assertThat(place.precision()).isEqualTo(row.get("place_precision"));
            assertThat(Objects.requireNonNull(place.spot()).lat())
                    .isEqualTo(row.get("latitude").isEmpty() ? null : row.get("latitude"));
            List<String> told = List.of(row.get("weapons").split(";"));
            assertThat(incident.forceUses().stream().flatMap(use -> words(use.claims(), "munition-asserted").stream()))
                    .isEqualTo(row.get("weapons").isEmpty() ? List.of() : told);
            for (ForceUse use : incident.forceUses()) {
                assertThat(words(use.claims(), "used-by"))
                        .containsExactly(
                                row.get("used_by").isEmpty()
                                        ? "unknown"
                                        : row.get("used_by").replace(' ', '-'));
                weapons.merge(words(use.claims(), "weapon").get(0), 1, Integer::sum);
            }
        }
        assertThat(weapons)
                .isEqualTo(Map.of(
                        "chemical-irritant-at-a-distance", 4,
                        "disorientation-device", 4,
                        "water-cannon", 4,
                        "kinetic-impact-projectile", 4,
                        "thrown-object", 3,
                        "incendiary", 1,
                        "firearm", 1,
                        "unknown", 3));
        assertThat(((Occurred) claim(incident("S2"), "time").value()).timeOfDay())
                .isEqualTo(new Hours("20:00", "20:00", true));
        assertThat(((Occurred) claim(incident("S3"), "time").value()).timeOfDay())
                .isEqualTo(new Hours(null, "20:45", false));
        assertThat(words(incident("S15").forceUses().get(0).claims(), "unit-alleged"))
                .containsExactly("special forces");
    }

    @Test
    void harm_is_kept_in_words_and_nobody_becomes_a_casualty() {
        Claim harm = claim(incident("S12"), "narrative");
        assertThat(harm.value().toString()).doesNotContain("leg");
        assertThat(((dalil.events.claim.ClaimValue.Text) harm.value()).text().value())
                .contains("Harm as reported: injury: leg");
        assertThat(values(incident("S2").claims(), "narrative")).isEmpty();
        assertThat(sequence.sent().casualties()).isEmpty();
    }

    @Test
    void reports_that_contradict_each_other_are_both_kept_and_say_so() throws IOException {
        List<String> expected = new ArrayList<>();
        for (CSVRecord row : rows(SEQUENCE)) {
            for (String other : row.get("disputes").split(";")) {
                if (!other.isEmpty()) {
                    expected.add(id(row.get("id")) + " contradicts " + id(other));
                }
            }
        }
        assertThat(expected).hasSize(16);
        List<LinkListedIncident> links = sequence.sent().links();
        assertThat(links.stream().map(link -> link.stream() + " " + link.relation() + " " + link.to()))
                .containsExactlyElementsOf(expected);
        assertThat(links)
                .allSatisfy(link -> assertThat(link.source())
                        .isEqualTo(claimOf(link.stream(), "title").source()));
    }

    @Test
    void a_report_goes_back_to_whoever_first_said_it() throws IOException {
        for (CSVRecord row : rows(SEQUENCE)) {
            String id = String.valueOf(claim(incident(row.get("id")), "title").source());
            RegisterSource outlet = sequence.sent().sources().stream()
                    .filter(source -> source.stream().equals("source/" + id))
                    .findFirst()
                    .orElseThrow();
            assertThat(outlet.name()).isEqualTo(row.get("source"));
            assertThat(outlet.origin())
                    .isEqualTo(
                            row.get("origin").equals("unknown")
                                    ? "unknown"
                                    : OF_SEQUENCE.source(row.get("origin")).toString());
        }
    }

    @Test
    void titles_are_neutral() {
        List<String> titles = sequence.sent().incidents().stream()
                .flatMap(incident -> words(incident.claims(), "title").stream())
                .toList();
        assertThat(titles)
                .hasSize(22)
                .noneMatch(
                        title -> title.toLowerCase(java.util.Locale.ROOT)
                                .matches(
                                        ".*\\b(riot\\w*|storm\\w*|attack\\w*|peaceful\\w*|mob|thug\\w*|terror\\w*|coup|seiz\\w*)\\b.*"));
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(RealFiles.path(file)))) {
            return rows.getRecords();
        }
    }

    private static Figure figure(String row) {
        String stream = "figure/" + DatasetIds.part(OF_FIGURES.row(row), "figure", 1);
        return figures.sent().figures().stream()
                .filter(listed -> listed.stream().equals(stream))
                .map(PublishListedFigure::figure)
                .findFirst()
                .orElseThrow();
    }

    private static String name(String source) {
        return source.equals("unknown")
                ? source
                : figures.sent().sources().stream()
                        .filter(one -> one.stream().equals("source/" + source))
                        .map(RegisterSource::name)
                        .findFirst()
                        .orElseThrow();
    }

    private static String id(String row) {
        return "incident/" + OF_SEQUENCE.row(row);
    }

    private static ReportListedIncident incident(String row) {
        return sequence.sent().incidents().stream()
                .filter(one -> one.stream().equals(id(row)))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claimOf(String stream, String attribute) {
        return claim(
                sequence.sent().incidents().stream()
                        .filter(one -> one.stream().equals(stream))
                        .findFirst()
                        .orElseThrow(),
                attribute);
    }

    private static Claim claim(ReportListedIncident incident, String attribute) {
        return incident.claims().stream()
                .filter(claim -> claim.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static String text(@Nullable Protected<String> text) {
        return text == null ? "" : text.value().orElseThrow();
    }
}
