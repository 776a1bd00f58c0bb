package dalil.command.source;

import static org.hamcrest.Matchers.hasToString;

import dalil.command.KnownRecords;
import dalil.command.rule.Refusal;
import dalil.command.source.SourceCommand.CorrectOrigin;
import dalil.command.source.SourceCommand.RateSource;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.command.source.SourceCommand.StateIndependence;
import dalil.events.Protected;
import dalil.events.source.SourceFact;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String STREAM = "source/" + ID;
    private static final String MINISTRY = "6f1c2d3e-0000-4000-8000-000000000002";

    private final AggregateTestFixture<Source> fixture = fixture();

    @Test
    void registers_a_source_with_its_origin() {
        fixture.givenNoPriorActivity().when(register(MINISTRY, null)).expectEvents(registered(MINISTRY, null));
    }

    @Test
    void refuses_an_origin_that_is_not_registered_or_is_itself() {
        fixture.givenNoPriorActivity()
                .when(register("6f1c2d3e-0000-4000-8000-00000000dead", null))
                .expectException(Refusal.class)
                .expectExceptionMessage("/origin: the id of a registered source, or self, or unknown, is required");
        fixture()
                .givenNoPriorActivity()
                .when(register(ID, null))
                .expectExceptionMessage("/origin: a source that is its own origin says self");
    }

    @Test
    void a_source_that_a_dataset_brings_again_is_left_as_it_is() {
        fixture.given(registered("unknown", null))
                .when(register("self", MINISTRY))
                .expectNoEvents();
        fixture()
                .given(registered("unknown", null))
                .when(register("self", null))
                .expectExceptionMessage("a source of this id is registered");
    }

    @Test
    void refuses_words_that_are_not_in_the_lists() {
        fixture.givenNoPriorActivity()
                .when(new RegisterSource(STREAM, "rumour", null, "self", "Гезит", null, null, null))
                .expectExceptionMessage(
                        hasToString("/type: not a word of the list source-type; see /api/vocabularies/source-type"));
    }

    @Test
    void rates_corrects_and_states_independence_with_a_reason() {
        fixture.given(registered("unknown", null))
                .when(new RateSource(STREAM, "likely-reliable", "corrects its errors"))
                .expectEvents(new SourceFact.Rated("likely-reliable", reason("corrects its errors")));
        fixture()
                .given(registered("unknown", null))
                .when(new CorrectOrigin(STREAM, 0L, MINISTRY, "quotes its bulletin"))
                .expectEvents(new SourceFact.OriginCorrected(MINISTRY, reason("quotes its bulletin")));
        fixture()
                .given(registered("unknown", null))
                .when(new StateIndependence(STREAM, MINISTRY, "heard-from", "says so itself"))
                .expectEvents(new SourceFact.IndependenceStated(MINISTRY, "heard-from", reason("says so itself")));
    }

    @Test
    void refuses_to_change_nothing() {
        fixture.given(registered("unknown", null))
                .when(new CorrectOrigin(STREAM, 0L, "unknown", "so"))
                .expectExceptionMessage("that is on record already");
    }

    private static AggregateTestFixture<Source> fixture() {
        AggregateTestFixture<Source> fixture = new AggregateTestFixture<>(Source.class);
        KnownRecords known = ("source/" + MINISTRY)::equals;
        fixture.registerInjectableResource(known);
        return fixture;
    }

    private static RegisterSource register(String origin, @org.jspecify.annotations.Nullable String dataset) {
        return new RegisterSource(STREAM, "newspaper-write-up", "reporter", origin, "Гезит", null, null, dataset);
    }

    private static SourceFact.Registered registered(String origin, @org.jspecify.annotations.Nullable String dataset) {
        return new SourceFact.Registered(
                ID, "newspaper-write-up", "reporter", origin, Protected.of(STREAM, "Гезит"), null, null, dataset);
    }

    private static Protected<String> reason(String text) {
        return Protected.of(STREAM, text);
    }
}
