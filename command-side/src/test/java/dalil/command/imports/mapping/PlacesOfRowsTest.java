package dalil.command.imports.mapping;

import static dalil.command.imports.RecordedRows.values;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.Imported;
import dalil.command.imports.row.DatasetIds;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.Claim;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where something was, as a row says it. */
class PlacesOfRowsTest {

    private static final String HEAD = """
            profile: events
            dataset: { name: events, publisher: { name: A club, type: other } }
            """;
    private static final String CSV = HEAD + "records: { format: csv }\nid: id\n";
    private static final DatasetIds IDS = DatasetIds.named("events", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_point_is_kept_digit_by_digit_and_in_the_open_unless_it_is_exact() {
        String place = "place: { path: [{ const: KG }, '', '', town], latLon: at, name: spot, precision: how }";
        String rows =
                "id,town,at,spot,how\n1,Bishkek,\"42.8760, -074.60360\",Square,vicinity\n2,Bishkek,42.1;74.2,House,exact\n";
        List<ReportListedIncident> incidents = csv(place, rows).sent().incidents();
        assertThat(place(incidents, "1").spot()).isEqualTo(new Spot("Square", "42.8760", "-074.60360"));
        assertThat(place(incidents, "1").path()).containsExactly("KG", "", "", "Bishkek");
        assertThat(place(incidents, "2").spot()).isNull();
        assertThat(Objects.requireNonNull(place(incidents, "2").exactSpot()).value())
                .contains(new Spot("House", "42.1", "74.2"));
        assertThat(incidents.toString()).doesNotContain("House", "42.1");
    }

    @Test
    void a_place_without_a_point_is_as_fine_as_its_path() {
        String place =
                "place: { path: [{ const: KG }, region, district, town], lat: y, lon: x, precision: { const: street } }";
        String header = "id,region,district,town,y,x\n";
        assertThat(precision(place, header + "1,,,,,")).isEqualTo("country");
        assertThat(precision(place, header + "1,Chui,,,,")).isEqualTo("region");
        assertThat(precision(place, header + "1,Chui,Alamudun,,,")).isEqualTo("district");
        assertThat(precision(place, header + "1,,,Bishkek,,")).isEqualTo("city");
        assertThat(precision(place, header + "1,,,Bishkek,42,74")).isEqualTo("street");
    }

    @Test
    void impossible_points_reject_their_row() {
        String place = "title: t, place: { path: [{ const: KG }], lat: y, lon: x, precision: { const: street } }";
        Imported imported = csv(place, "id,t,y,x\n1,a,91,10\n2,a,10,181\n3,a,north,10\n4,a,10,\n5,a,10,10\n");
        assertThat(imported.rejected())
                .containsExactly(
                        "1,y,bad-point,not from -90 to 90 degrees",
                        "2,x,bad-point,not from -180 to 180 degrees",
                        "3,y,bad-point,not decimal degrees",
                        "4,y,half-a-point,latitude and longitude go together");
        assertThat(imported.report().rows().created()).isEqualTo(1);
    }

    @Test
    void a_point_may_be_a_list_of_two_numbers() {
        String yaml = """
                profile: points
                dataset: { name: points, publisher: { name: A club, type: other } }
                records: { format: json, at: "features[]" }
                id: id
                emit:
                  - kind: incident
                    set:
                      place:
                        path: [{ const: KG }]
                        lonLat: "geometry.coordinates[]"
                        precision: { const: vicinity }
                """;
        Imported imported = Imported.of(folder, yaml, """
                {"features": [{"id": 1, "geometry": {"type": "Point", "coordinates": [74.6036, 42.8760]}},
                  {"id": 2, "geometry": {"coordinates": []}},
                  {"id": 3, "geometry": {"coordinates": [74.6036, 42.8760, 800]}}]}
                """);
        // rows are recorded by several threads, in any order
        assertThat(imported.sent().incidents().stream()
                        .flatMap(incident -> values(incident.claims(), "place").stream()))
                .containsExactlyInAnyOrder(
                        new Place(List.of("KG"), "vicinity", new Spot(null, "42.8760", "74.6036"), null),
                        new Place(List.of("KG"), "country", null, null));
        assertThat(imported.rejected())
                .containsExactly(
                        "3,geometry.coordinates[],bad-point,\"two numbers were expected, in a list or with a comma"
                                + " between them; there are 3\"");
    }

    private Imported csv(String set, String rows) {
        return Imported.of(folder, CSV + "emit: [{ kind: incident, set: { " + set + " } }]\n", rows);
    }

    private String precision(String set, String rows) {
        return ((Place) csv(set, rows + "\n").sent().incident().claims().get(0).value()).precision();
    }

    private static Place place(List<ReportListedIncident> incidents, String id) {
        ReportListedIncident incident = incidents.stream()
                .filter(one -> one.stream().equals("incident/" + IDS.row(id)))
                .findFirst()
                .orElseThrow();
        return (Place) claim(incident, "place").value();
    }

    private static ReportListedIncident incident(Imported imported, String id) {
        return imported.sent().incidents().stream()
                .filter(one -> one.stream().equals("incident/" + IDS.row(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claim(ReportListedIncident incident, String attribute) {
        return incident.claims().stream()
                .filter(claim -> claim.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }
}
