package dalil.command;

import dalil.command.rule.Refusal;
import dalil.ledger.Ledger;
import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.RequestAlreadyKnown;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;

/** The one way in: records a request once, however often it is sent, and says which facts it led to. */
public final class Recorder {

    private static final int ATTEMPTS = 4;
    private static final Duration PUBLISHED = Duration.ofSeconds(10);

    private final CommandSide commandSide;
    private final Clock clock;

    public Recorder(CommandSide commandSide, Clock clock) {
        this.commandSide = commandSide;
        this.clock = clock;
    }

    /**
     * What a request led to.
     *
     * @param id the record that was written to
     * @param indexes of the facts in the ledger
     * @param version of the record after them: the sequence number of its last fact
     */
    public record Recorded(String id, List<Long> indexes, long version) {}

    /** The same id was used for a request of other content. */
    public static final class RequestIdReused extends RuntimeException {
        RequestIdReused() {
            super("this Idempotency-Key was used for a request of other content");
        }
    }

    /** The record has changed since the caller read it. */
    public static final class StaleVersion extends RuntimeException {
        private final transient long current;

        StaleVersion(long current) {
            super("the record is at version " + current);
            this.current = current;
        }

        public long current() {
            return current;
        }
    }

    /**
     * Records what these commands decide, or finds what the same request led to before.
     *
     * @param request the client's id for the request
     * @param canonical the request's content in a form that equals whenever the content does
     * @param about the stream of the record that the request is about: of several records it names, the first of that kind
     */
    public Recorded record(
            UUID request, byte[] canonical, Actor actor, String about, List<? extends StreamCommand> commands) {
        Ledger ledger = commandSide.ledger();
        byte[] digest = ledger.digest(canonical);
        Optional<RequestAnswer> known = ledger.request(request);
        if (known.isEmpty()) {
            try {
                carryOut(commands, new RequestInProgress(request, digest), meta(actor));
            } catch (RequestAlreadyKnown twin) {
                // another thread or node was first with this very request; its answer is ours
            } catch (Refusal refused) {
                // so it may be here: what the twin recorded is why the same would be refused now
                if (ledger.request(request).isEmpty()) {
                    throw refused;
                }
            }
            known = ledger.request(request);
        }
        RequestAnswer answer = known.orElseThrow(() -> Refusal.because("changes-nothing", "that is on record already"));
        if (!answer.answers(digest)) {
            throw new RequestIdReused();
        }
        return recorded(answer, about);
    }

    /**
     * Records what these commands decide without keeping an answer; says how many facts that were.
     *
     * @param batch names the import or the like in the meta section, since no request is kept for it
     */
    public int recordBatch(String batch, Actor actor, List<? extends StreamCommand> commands) {
        Map<String, String> meta = meta(actor);
        meta.put(Actor.META_BATCH, batch);
        return carryOut(commands, null, meta);
    }

    private Recorded recorded(RequestAnswer answer, String about) {
        Ledger ledger = commandSide.ledger();
        // the row of a twin's request can be read a moment before the head that covers its facts is published
        ledger.awaitSize(answer.firstIndex() + answer.count(), PUBLISHED);
        List<StoredFact> facts = ledger.read(answer.firstIndex(), answer.count());
        // a client that let us choose the id gets another stream when it asks again: the kind tells which record is
        // meant
        String kind = Streams.kind(about);
        String stream = facts.stream()
                .map(StoredFact::stream)
                .filter(each -> each != null && Streams.kind(each).equals(kind))
                .findFirst()
                .orElse(about);
        long version = facts.stream()
                .filter(fact -> stream.equals(fact.stream()))
                .mapToLong(fact -> fact.sequence().orElseThrow())
                .max()
                .orElseGet(() -> ledger.lastSequence(stream).orElseThrow());
        return new Recorded(
                Streams.id(stream), facts.stream().map(StoredFact::index).toList(), version);
    }

    /** A conflict with another writer means that the facts have moved on: decide again on what they say now. */
    private int carryOut(
            List<? extends StreamCommand> commands, @Nullable RequestInProgress request, Map<String, String> meta) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commandSide.carryOut(commands, request, meta);
            } catch (AggregateNotFoundException missing) {
                throw Refusal.unknown("no record of this id");
            } catch (ConflictingAggregateVersionException stale) {
                throw new StaleVersion(stale.getActualVersion());
            } catch (ConcurrencyException | AggregateStreamCreationException | DeadlockException conflict) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict("busy", "others are writing to the same record; try again");
                }
            }
        }
    }

    /** The ledger adds the request itself. */
    private Map<String, String> meta(Actor actor) {
        Map<String, String> meta = new HashMap<>(actor.meta());
        meta.put(Actor.META_RECEIVED, clock.instant().toString());
        return meta;
    }
}
