package dalil.ledger.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.FactCatalogue;
import dalil.ledger.Ledger;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.RequestAlreadyKnown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerEventStorageEngineTest {

    private final Ledger ledger;
    private final LedgerEventStorageEngine engine;
    private final EmbeddedEventStore events;

    LedgerEventStorageEngineTest(@TempDir Path folder) {
        ledger = ContractFacts.ledger(folder);
        engine = ContractFacts.engine(ledger).build();
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @AfterEach
    void close() {
        events.shutDown();
        ledger.close();
    }

    private static DomainEventMessage<String> event(String id, String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "incident", stream, sequence, "seen", Map.of("actor", "a"), id, Sample.AT);
    }

    /** As a command would: begins the request, publishes, commits. */
    private void handle(UUID request, DomainEventMessage<?>... published) {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        RequestInProgress.begin(unit, request, ledger.digest(request.toString().getBytes(UTF_8)));
        events.publish(List.of(published));
        unit.commit();
    }

    @Test
    void a_request_of_the_unit_of_work_is_answered_in_the_same_append_as_its_facts() {
        UUID request = new UUID(1, 1);
        handle(request, event("e0", "incident/1", 0), event("e1", "casualty/1", 0));

        assertThat(ledger.request(request)).hasValueSatisfying(answer -> {
            assertThat(answer.firstIndex()).isZero();
            assertThat(answer.count()).isEqualTo(2);
        });
        assertThat(ledger.read(0, 2))
                .allSatisfy(fact -> assertThat(fact.meta())
                        .containsEntry(RequestInProgress.META_ID, request.toString())
                        .containsEntry("actor", "a"));
    }

    @Test
    void a_repeated_request_surfaces_as_what_was_answered_and_stores_nothing() {
        UUID request = new UUID(1, 2);
        handle(request, event("e0", "incident/1", 0));
        assertThatThrownBy(() -> handle(request, event("e1", "incident/1", 1)))
                .isInstanceOfSatisfying(
                        RequestAlreadyKnown.class,
                        known -> assertThat(known.answer().firstIndex()).isZero());
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void without_a_request_nothing_is_remembered_and_a_request_does_not_outlive_its_unit_of_work() {
        handle(new UUID(1, 3), event("e0", "incident/1", 0));
        engine.appendEvents(event("e1", "incident/1", 1));
        assertThat(ledger.read(1, 1).get(0).meta()).doesNotContainKey(RequestInProgress.META_ID);
    }

    @Test
    void a_unit_of_work_answers_one_request_with_one_append() {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            RequestInProgress.begin(unit, new UUID(1, 4), new byte[] {1});
            assertThatThrownBy(() -> RequestInProgress.begin(unit, new UUID(1, 5), new byte[] {1}))
                    .isInstanceOf(IllegalStateException.class);
            engine.appendEvents(event("e0", "incident/1", 0));
            assertThatThrownBy(() -> engine.appendEvents(event("e1", "incident/1", 1)))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            unit.rollback();
        }
    }

    @Test
    void a_stale_aggregate_is_a_conflict_also_when_it_would_leave_a_gap() {
        engine.appendEvents(event("e0", "incident/1", 0), event("e1", "incident/1", 1));
        assertThatThrownBy(() -> engine.appendEvents(event("e2", "incident/1", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("e2", "incident/1", 3)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.lastSequenceNumberFor("incident/1")).hasValue(1L);
        assertThat(engine.lastSequenceNumberFor("incident/2")).isEmpty();
    }

    @Test
    void what_is_stored_names_no_java_class_and_the_type_of_an_aggregate_is_its_streams_kind() {
        engine.appendEvents(event("e0", "incident/1", 0));
        StoredFact fact = ledger.read(0, 1).get(0);
        assertThat(new String(fact.recordBytes(), UTF_8)
                        + new String(fact.payload(), UTF_8)
                        + new String(fact.metaBytes(), UTF_8))
                .doesNotContain("java", "dalil.", "axon");
        assertThat(fact.type()).isEqualTo("contract.payload");
        assertThat(engine.readEvents("incident/1").next().getType()).isEqualTo("incident");
    }

    @Test
    void nothing_outside_the_catalogue_and_no_metadata_but_text_is_stored() {
        assertThatThrownBy(() -> engine.appendEvents(new GenericEventMessage<>(42)))
                .isInstanceOf(FactCatalogue.UnknownFact.class);
        assertThatThrownBy(() -> engine.appendEvents(new GenericEventMessage<>("seen", Map.of("n", 1))))
                .isInstanceOf(SerializationException.class);
        assertThat(ledger.size()).isZero();
    }

    @Test
    void an_engine_without_ledger_or_serializers_is_not_built() {
        assertThatThrownBy(
                        () -> LedgerEventStorageEngine.builder().ledger(ledger).build())
                .isInstanceOf(AxonConfigurationException.class);
    }

    @Test
    void a_token_wrapped_by_a_replay_reads_on_from_where_it_stands() {
        engine.appendEvents(event("e0", "incident/1", 0), event("e1", "incident/1", 1));
        var wrapped =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(0));
        assertThat(engine.readEvents(wrapped, false)).hasSize(1);
    }
}
