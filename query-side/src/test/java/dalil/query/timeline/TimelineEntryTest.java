package dalil.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.unit.Shown.When;
import dalil.query.unit.Shown.Where;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineEntryTest {

    private static final When CLEARED = new When("2020-10-05", null, "20:45", false, "2020-10-05", "2020-10-05", false);
    private static final When LATER = new When("2020-10-05", "21:00", "21:00", true, "2020-10-05", "2020-10-05", false);
    private static final When NIGHT =
            new When("2020-10-04/2020-10-05", null, null, false, "2020-10-04", "2020-10-05", false);

    @Test
    void a_row_tells_every_time_and_place_that_is_claimed_where_none_holds() {
        Where square = new Where(List.of("KG", "Bishkek"), "locality", "Ala-Too Square", null, null, false);
        Where city = new Where(List.of("KG", "Bishkek"), "city", null, null, null, false);
        TimelineEntry entry = entry(Map.of("time", List.of(CLEARED, LATER, NIGHT), "place", List.of(square, city)));

        assertThat(cell(entry, "date")).isEqualTo("");
        assertThat(cell(entry, "claimedTimes"))
                .isEqualTo("2020-10-05 /20:45;2020-10-05 21:00/21:00 about;2020-10-04/2020-10-05");
        assertThat(cell(entry, "claimedPlaces")).isEqualTo("KG/Bishkek (Ala-Too Square);KG/Bishkek");
    }

    @Test
    void a_row_repeats_nothing_where_a_value_holds() {
        assertThat(cell(entry(Map.of()), "claimedTimes")).isEqualTo("");
        assertThat(cell(entry(Map.of()), "claimedPlaces")).isEqualTo("");
    }

    private static Object cell(TimelineEntry entry, String column) {
        return entry.row().get(TimelineEntry.COLUMNS.indexOf(column));
    }

    private static TimelineEntry entry(Map<String, List<?>> contested) {
        return new TimelineEntry(
                "1",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "reported",
                6,
                contested,
                "/api/incidents/1?asOf=9");
    }
}
