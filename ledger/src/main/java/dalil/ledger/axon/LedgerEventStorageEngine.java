package dalil.ledger.axon;

import dalil.events.FactSections;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.ReadAhead;
import dalil.ledger.RequestInProgress;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.AppendConflict;
import dalil.transparency.json.StringRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's engine on a {@link Ledger}. Its one order has no gaps and shows strictly in index order, so its tokens are
 * {@link GlobalSequenceTrackingToken}s. An append is the commit point: nothing may follow it in the unit of work that can fail.
 *
 * <p>Taken places surface as Axon's {@code AggregateStreamCreationException} (sequence 0) and {@code ConcurrencyException}; the
 * ledger's own faults as they are, among them {@link dalil.ledger.fault.RequestAlreadyKnown}.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    private final Ledger ledger;
    private final ReadAhead<StoredFact> tracked;
    private final Snapshots snapshots = new Snapshots();

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.ledger = Objects.requireNonNull(builder.ledger);
        this.tracked = new ReadAhead<>(ledger::read);
    }

    /** Serializers and ledger must be given: Axon's default serializer writes Java names. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewFact> facts =
                events.stream().map(event -> newFact(event, serializer)).toList();
        try {
            ledger.append(facts, currentRequest().orElse(null));
        } catch (AppendConflict conflict) {
            handlePersistenceException(conflict, events.get(conflict.position()));
        }
    }

    private static Optional<RequestInProgress> currentRequest() {
        return CurrentUnitOfWork.isStarted() ? RequestInProgress.takeFrom(CurrentUnitOfWork.get()) : Optional.empty();
    }

    private static NewFact newFact(EventMessage<?> event, Serializer serializer) {
        SerializedObject<FactSections> payload = event.serializePayload(serializer, FactSections.class);
        SerializedObject<byte[]> meta = event.serializeMetaData(serializer, byte[].class);
        return new NewFact(
                event.getIdentifier(),
                event.getTimestamp(),
                payload.getType().getName(),
                Objects.requireNonNull(payload.getType().getRevision()),
                event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null,
                event instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                payload.getData().payload(),
                payload.getData().sealed(),
                StringRecord.parse(meta.getData()));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.keep(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.of(aggregateIdentifier);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return tracked.read(indexOf(lastToken) + 1, batchSize).stream()
                .map(LedgerEventStorageEngine::event)
                .toList();
    }

    private static long indexOf(@Nullable TrackingToken token) {
        if (token == null) {
            return -1;
        }
        if (WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalArgumentException("not a token of a ledger: " + token.getClass());
    }

    private static StoredEvent event(StoredFact fact) {
        String stream = fact.stream();
        return stream == null ? new StoredEvent(fact) : new StoredDomainEvent(fact, stream);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return ledger.stream(aggregateIdentifier, firstSequenceNumber, Long.MAX_VALUE, batchSize).stream()
                .map(fact -> new StoredDomainEvent(fact, aggregateIdentifier))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = ledger.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Before the first fact; null, which means the same, while there is none. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return ledger.size() == 0 ? null : new GlobalSequenceTrackingToken(-1);
    }

    /** At the last fact; null while there is none. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        long size = ledger.size();
        return size == 0 ? null : new GlobalSequenceTrackingToken(size - 1);
    }

    /** Just before the first fact whose {@code at} is not before the time; at the head if there is none. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        OptionalLong first = ledger.firstIndexAt(dateTime);
        return first.isPresent() ? new GlobalSequenceTrackingToken(first.getAsLong() - 1) : createHeadToken();
    }

    /** Builder; see {@link LedgerEventStorageEngine#builder()}. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable Ledger ledger;
        private boolean eventSerializer;
        private boolean snapshotSerializer;

        private Builder() {
            persistenceExceptionResolver(AppendConflict.class::isInstance);
        }

        public Builder ledger(Ledger ledger) {
            this.ledger = ledger;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            eventSerializer = true;
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            snapshotSerializer = true;
            return this;
        }

        @Override
        protected void validate() {
            if (ledger == null || !eventSerializer || !snapshotSerializer) {
                throw new AxonConfigurationException("an engine needs its ledger and both serializers");
            }
            super.validate();
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
