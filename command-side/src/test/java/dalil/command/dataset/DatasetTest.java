package dalil.command.dataset;

import dalil.command.KnownRecords;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.events.dataset.DatasetFact.Listed;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String STREAM = "dataset/" + ID;

    private final AggregateTestFixture<Dataset> fixture = new AggregateTestFixture<>(Dataset.class);

    DatasetTest() {
        KnownRecords known = stream -> stream.startsWith("incident/") && !stream.endsWith("person");
        fixture.registerInjectableResource(known);
    }

    @Test
    void tells_what_was_added_and_what_is_no_longer_listed() {
        fixture.given(listed(List.of("a", "b"), List.of(), 1, 1))
                .when(list(List.of("b", "c")))
                .expectEvents(listed(List.of("c"), List.of("a"), 1, 1));
    }

    @Test
    void records_that_the_files_were_read_also_where_nothing_changed() {
        fixture.given(listed(List.of("a"), List.of(), 1, 1))
                .when(list(List.of("a")))
                .expectEvents(listed(List.of(), List.of(), 1, 1));
    }

    @Test
    void says_nothing_of_records_of_a_kind_that_the_files_do_not_tell_of() {
        fixture.given(listed(List.of("a", "a person"), List.of(), 1, 1))
                .when(list(List.of("b")))
                .expectEvents(listed(List.of("b"), List.of("a"), 1, 1));
    }

    @Test
    void tells_a_long_listing_in_parts() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            ids.add("id" + i);
        }
        fixture.givenNoPriorActivity()
                .when(list(ids))
                .expectEvents(
                        listed(ids.subList(0, 10_000), List.of(), 1, 2),
                        listed(ids.subList(10_000, 10_001), List.of(), 2, 2));
    }

    @Test
    void refuses_a_day_that_does_not_exist() {
        fixture.givenNoPriorActivity()
                .when(new ListDataset(
                        STREAM, "x", "2020-02-30", null, "p", "00", List.of(), 0, 0, List.of("incident"), List.of()))
                .expectExceptionMessage("/asOf: a day such as 2020-10-19 is required");
    }

    private static ListDataset list(List<String> ids) {
        return new ListDataset(STREAM, "x", "2020-10-19", null, "p", "00", List.of(), 2, 0, List.of("incident"), ids);
    }

    private static Listed listed(List<String> added, List<String> noLonger, int part, int parts) {
        return new Listed(
                ID,
                "x",
                "2020-10-19",
                null,
                "p",
                "00",
                List.of(),
                2,
                0,
                List.copyOf(added),
                List.copyOf(noLonger),
                part,
                parts);
    }
}
