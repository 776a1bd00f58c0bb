package dalil.command.source;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.command.source.SourceCommand.CorrectOrigin;
import dalil.command.source.SourceCommand.NameSource;
import dalil.command.source.SourceCommand.RateSource;
import dalil.command.source.SourceCommand.RegisterReport;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.command.source.SourceCommand.StateIndependence;
import dalil.events.Protected;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A source as the write side knows it. */
@AggregateRoot(type = "source")
public class Source {

    private static final int MAX_FACTS = 2_000;
    private static final int MAX_URL = 2_000;

    @AggregateIdentifier
    private @Nullable String stream;

    private String origin = SourceFact.ORIGIN_UNKNOWN;
    private @Nullable String reliability;
    private int facts;

    /** Says nothing where a dataset brings a source that is registered already. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterSource command, KnownRecords known) {
        if (stream != null && command.dataset() != null) {
            return;
        }
        if (stream != null) {
            throw Refusal.conflict("already-exists", "a source of this id is registered");
        }
        refuseIf(errors(command, known));
        apply(new SourceFact.Registered(
                Streams.id(command.stream()),
                command.type(),
                command.connection(),
                command.origin(),
                Protected.of(command.stream(), command.name()),
                command.url() == null ? null : Protected.of(command.stream(), command.url()),
                command.reliability(),
                command.dataset()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NameSource command) {
        if (stream == null) {
            refuseIf(Texts.line("/name", command.name()));
            apply(new SourceFact.Registered(
                    Streams.id(command.stream()),
                    "unknown",
                    null,
                    SourceFact.ORIGIN_UNKNOWN,
                    Protected.of(command.stream(), command.name()),
                    null,
                    null,
                    null));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterReport command) {
        if (stream == null) {
            apply(new SourceFact.Registered(
                    Streams.id(command.stream()),
                    command.type(),
                    command.connection(),
                    SourceFact.ORIGIN_UNKNOWN,
                    Protected.of(command.stream(), command.name()),
                    null,
                    null,
                    null));
        }
    }

    @CommandHandler
    void decide(RateSource command) {
        List<FieldError> errors =
                new ArrayList<>(ClaimRules.codeErrors("/reliability", "source-reliability", command.reliability()));
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        refuseIf(errors);
        refuseUnlessChanged(!command.reliability().equals(reliability));
        apply(new SourceFact.Rated(command.reliability(), reason(command.reason())));
    }

    @CommandHandler
    void decide(CorrectOrigin command, KnownRecords known) {
        List<FieldError> errors = originErrors(command.stream(), command.origin(), known);
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        refuseIf(errors);
        refuseUnlessChanged(!command.origin().equals(origin));
        apply(new SourceFact.OriginCorrected(command.origin(), reason(command.reason())));
    }

    @CommandHandler
    void decide(StateIndependence command, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(Texts.uuid("/other", command.other()));
        if (errors.isEmpty()) {
            errors.addAll(ClaimRules.sourceErrors("/other", command.other(), known));
        }
        errors.addAll(ClaimRules.codeErrors("/basis", "independence-basis", command.basis()));
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        if (Streams.source(command.other()).equals(command.stream())) {
            errors.add(new FieldError("/other", "links-to-itself", "a source is not independent of itself"));
        }
        refuseIf(errors);
        apply(new SourceFact.IndependenceStated(command.other(), command.basis(), reason(command.reason())));
    }

    @EventSourcingHandler
    void evolve(SourceFact fact) {
        facts++;
        if (fact instanceof SourceFact.Registered registered) {
            stream = Streams.source(registered.id());
            origin = registered.origin();
            reliability = registered.reliability();
        } else if (fact instanceof SourceFact.Rated rated) {
            reliability = rated.reliability();
        } else if (fact instanceof SourceFact.OriginCorrected corrected) {
            origin = corrected.origin();
        }
    }

    private static List<FieldError> errors(RegisterSource command, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/type", "source-type", command.type()));
        if (command.connection() != null) {
            errors.addAll(ClaimRules.codeErrors("/connection", "source-connection", command.connection()));
        }
        errors.addAll(originErrors(command.stream(), command.origin(), known));
        errors.addAll(Texts.line("/name", command.name()));
        if (command.url() != null) {
            if (command.url().length() > MAX_URL) {
                errors.add(new FieldError("/url", "too-long", "at most " + MAX_URL + " characters"));
            } else {
                errors.addAll(Texts.body("/url", command.url(), Texts.MAX_NOTE));
            }
        }
        if (command.reliability() != null) {
            errors.addAll(ClaimRules.codeErrors("/reliability", "source-reliability", command.reliability()));
        }
        return errors;
    }

    private static List<FieldError> originErrors(String stream, String origin, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>();
        if (origin.equals(SourceFact.ORIGIN_SELF) || origin.equals(SourceFact.ORIGIN_UNKNOWN)) {
            return errors;
        }
        if (Streams.source(origin).equals(stream)) {
            errors.add(new FieldError("/origin", "links-to-itself", "a source that is its own origin says self"));
        } else if (!Texts.isUuid(origin) || !known.hasSource(origin)) {
            errors.add(new FieldError(
                    "/origin", "unknown-id", "the id of a registered source, or self, or unknown, is required"));
        }
        return errors;
    }

    private void refuseUnlessChanged(boolean changed) {
        if (!changed) {
            throw Refusal.because("changes-nothing", "that is on record already");
        }
        if (facts >= MAX_FACTS) {
            throw Refusal.because("too-many-facts", "a record holds at most " + MAX_FACTS + " facts");
        }
    }

    private static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private Protected<String> reason(String text) {
        return Protected.of(Objects.requireNonNull(stream), text);
    }
}
