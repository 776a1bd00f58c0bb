package dalil.command;

import dalil.command.casualty.Casualty;
import dalil.command.dataset.Dataset;
import dalil.command.figure.PublishedFigure;
import dalil.command.incident.Incident;
import dalil.command.record.Origins;
import dalil.command.report.Report;
import dalil.command.rule.Refusal;
import dalil.command.source.RegisteredOrigins;
import dalil.command.source.Source;
import dalil.ledger.Ledger;
import dalil.ledger.RequestInProgress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The write side, wired by hand so that the server and the command line use the very same: commands go to their aggregates in
 * one unit of work, and what these decide is appended to the ledger in one atomic step.
 */
public final class CommandSide implements AutoCloseable {

    private static final String CREATED = "dalil.created";
    private static final String COUNT = "dalil.count";

    private final Ledger ledger;
    private final EmbeddedEventStore events;
    private final ParameterResolverFactory parameters;
    private final Map<String, AggregateAnnotationCommandHandler<?>> handlers = new HashMap<>();

    /**
     * @param ledger where existence is looked up
     * @param engine the same ledger as Axon sees it
     */
    public CommandSide(Ledger ledger, EventStorageEngine engine) {
        this.ledger = ledger;
        this.events = EmbeddedEventStore.builder().storageEngine(engine).build();
        this.events.registerDispatchInterceptor(messages -> (position, message) -> {
            counted().incrementAndGet();
            return message;
        });
        KnownRecords known = stream -> created().contains(stream) || ledger.exists(stream);
        Origins origins = new RegisteredOrigins(events);
        this.parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(CommandSide.class),
                new SimpleResourceParameterResolverFactory(List.of(known, origins)));
        handle("incident", Incident.class);
        handle("casualty", Casualty.class);
        handle("figure", PublishedFigure.class);
        handle("report", Report.class);
        handle("source", Source.class);
        handle("dataset", Dataset.class);
    }

    private <T> void handle(String kind, Class<T> aggregate) {
        Repository<T> repository = EventSourcingRepository.builder(aggregate)
                .eventStore(events)
                .parameterResolverFactory(parameters)
                .build();
        handlers.put(
                kind,
                AggregateAnnotationCommandHandler.<T>builder()
                        .aggregateType(aggregate)
                        .parameterResolverFactory(parameters)
                        .repository(repository)
                        .build());
    }

    /** The ledger that is written. */
    public Ledger ledger() {
        return ledger;
    }

    /** The event store behind the aggregates. */
    public EventStore events() {
        return events;
    }

    /**
     * Carries out commands together: all that they decide is one append, or nothing is.
     *
     * @param request what they answer; null where nobody will ask again, as in an import
     * @param meta who acts, as it stands in the meta section of every fact
     * @return how many facts that were
     * @throws dalil.command.rule.Refusal if one of them is refused
     */
    int carryOut(
            List<? extends StreamCommand> commands, @Nullable RequestInProgress request, Map<String, String> meta) {
        CommandMessage<Object> outer = new GenericCommandMessage<>(commands, meta);
        UnitOfWork<CommandMessage<Object>> unit = DefaultUnitOfWork.startAndGet(outer);
        AtomicInteger count = counted();
        unit.registerCorrelationDataProvider(message -> meta);
        if (request != null) {
            RequestInProgress.begin(unit, request.id(), request.digest());
        }
        ResultMessage<Object> result = unit.executeWithResult(() -> {
            for (StreamCommand command : commands) {
                decide(command, meta);
                created().add(command.stream());
            }
            return null;
        });
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(result.exceptionResult());
        }
        return count.get();
    }

    private void decide(StreamCommand command, Map<String, String> meta) throws Exception {
        if (!(command instanceof PartOfForm part)) {
            handlerOf(command).handle(new GenericCommandMessage<>(command, meta));
            return;
        }
        try {
            decide(part.command(), meta);
        } catch (AggregateNotFoundException missing) {
            throw Refusal.unknown("no record of this id").under(part.pointer());
        } catch (Refusal refusal) {
            throw refusal.under(part.pointer());
        }
    }

    private static AtomicInteger counted() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(COUNT, key -> new AtomicInteger());
    }

    private AggregateAnnotationCommandHandler<?> handlerOf(StreamCommand command) {
        AggregateAnnotationCommandHandler<?> handler = handlers.get(Streams.kind(command.stream()));
        if (handler == null) {
            throw new IllegalArgumentException("no aggregate keeps " + command.stream());
        }
        return handler;
    }

    /** Streams that this unit of work has written to; a later command of the same form may refer to them. */
    private static Set<String> created() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(CREATED, key -> new HashSet<>())
                : new HashSet<>();
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
