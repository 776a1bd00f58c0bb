package dalil.command.figure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.figure.FigureCommand.CorrectFigure;
import dalil.command.figure.FigureCommand.DisputeFigure;
import dalil.command.figure.FigureCommand.FollowFigure;
import dalil.command.figure.FigureCommand.PublishFigure;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.figure.FigureCommand.RetractFigure;
import dalil.command.figure.FigureCommand.WithdrawFigure;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A published total as the write side knows it. */
@AggregateRoot(type = "figure")
public class PublishedFigure {

    private static final int MAX_FACTS = 2_000;

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Figure figure;
    private @Nullable Figure listed;
    private final Set<Figure> everListed = new HashSet<>();
    private @Nullable String next;
    private boolean retracted;
    private boolean withdrawn;
    private int facts;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(PublishFigure command, KnownRecords known) {
        if (known.exists(command.stream())) {
            throw Refusal.conflict("already-exists", "a figure of this id is on record");
        }
        refuseIf(FigureChecks.errors(command.stream(), command.figure(), known));
        apply(new FigureFact.Published(Streams.id(command.stream()), command.figure(), null));
    }

    /** Says nothing where the dataset lists what it listed before; what a person corrected stays until the dataset changes. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PublishListedFigure command, KnownRecords known) {
        refuseIf(FigureChecks.errors(command.stream(), command.figure(), known));
        if (stream == null) {
            apply(new FigureFact.Published(Streams.id(command.stream()), command.figure(), command.dataset()));
        } else if (!retracted && !(command.overtaken() && wasListed(command.figure()))) {
            Figure before = Objects.requireNonNullElse(listed, command.figure());
            Figure now = command.figure().withoutErasedIn(before);
            if (listed == null || !now.equals(before.withoutErasedIn(before))) {
                checkRoom();
                apply(new FigureFact.Corrected(now, command.dataset(), null));
            }
        }
    }

    /** Whether a dataset said this before, also where it says something else now. */
    private boolean wasListed(Figure now) {
        return everListed.stream()
                .anyMatch(before -> now.withoutErasedIn(before).equals(before.withoutErasedIn(before)));
    }

    @CommandHandler
    void decide(CorrectFigure command, KnownRecords known) {
        refuseIfRetracted();
        List<FieldError> errors = FigureChecks.errors(command.stream(), command.figure(), known);
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        refuseIf(errors);
        if (command.figure().equals(figure)) {
            throw Refusal.because("changes-nothing", "the figure says this already");
        }
        checkRoom();
        apply(new FigureFact.Corrected(command.figure(), null, ownWords(command.reason())));
    }

    @CommandHandler
    void decide(RetractFigure command) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        apply(new FigureFact.Retracted(ownWords(command.reason())));
    }

    @CommandHandler
    void decide(FollowFigure command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(FigureChecks.other("/next", command.stream(), command.next(), known));
        if (command.next().equals(next)) {
            throw Refusal.because("changes-nothing", "that is on record already");
        }
        checkRoom();
        apply(new FigureFact.FollowedBy(command.next()));
    }

    @CommandHandler
    void decide(WithdrawFigure command, KnownRecords known) {
        refuseIfRetracted();
        List<FieldError> errors = new ArrayList<>(Texts.uuid("/source", command.source()));
        if (errors.isEmpty()) {
            errors.addAll(ClaimRules.sourceErrors("/source", command.source(), known));
        }
        if (command.reported() != null) {
            errors.addAll(ClaimRules.dateErrors("/reported", command.reported()));
        }
        errors.addAll(Texts.body("/quote", command.quote(), Texts.MAX_NOTE));
        refuseIf(errors);
        if (withdrawn) {
            throw Refusal.because("changes-nothing", "the publisher's withdrawal is on record already");
        }
        apply(new FigureFact.WithdrawnByPublisher(
                command.source(), command.reported(), Protected.of(Streams.source(command.source()), command.quote())));
    }

    @CommandHandler
    void decide(DisputeFigure command, KnownRecords known) {
        refuseIfRetracted();
        List<FieldError> errors = new ArrayList<>(ClaimRules.sourceErrors("/source", command.source(), known));
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        refuseIf(errors);
        checkRoom();
        String subject = command.source() == null ? command.stream() : Streams.source(command.source());
        apply(new FigureFact.Disputed(command.source(), Protected.of(subject, command.reason())));
    }

    @EventSourcingHandler
    void evolve(FigureFact fact) {
        facts++;
        if (fact instanceof FigureFact.Published published) {
            stream = Streams.figure(published.id());
            figure = published.figure();
            listed = published.dataset() == null ? null : published.figure();
        } else if (fact instanceof FigureFact.Corrected corrected) {
            figure = corrected.figure();
            listed = corrected.dataset() == null ? listed : corrected.figure();
        } else if (fact instanceof FigureFact.FollowedBy followed) {
            next = followed.next();
        } else if (fact instanceof FigureFact.WithdrawnByPublisher) {
            withdrawn = true;
        } else if (fact instanceof FigureFact.Retracted) {
            retracted = true;
        }
        if (listed != null) {
            everListed.add(listed);
        }
    }

    private void checkRoom() {
        if (facts >= MAX_FACTS) {
            throw Refusal.because("too-many-facts", "a record holds at most " + MAX_FACTS + " facts");
        }
    }

    private void refuseIfRetracted() {
        if (retracted) {
            throw Refusal.conflict("retracted", "the figure was retracted; nothing more is recorded on it");
        }
    }

    private static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private Protected<String> ownWords(String text) {
        return Protected.of(Objects.requireNonNull(stream), text);
    }
}
