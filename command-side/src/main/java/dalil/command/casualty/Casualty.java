package dalil.command.casualty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyCommand.LinkCasualty;
import dalil.command.casualty.CasualtyCommand.NameOutOfGroup;
import dalil.command.casualty.CasualtyCommand.RecordCasualty;
import dalil.command.casualty.CasualtyCommand.RecordInjury;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.casualty.CasualtyCommand.WithdrawNamingOut;
import dalil.command.claim.Texts;
import dalil.command.record.ClaimedRecord;
import dalil.command.record.ListedDifference;
import dalil.command.record.MergerRules;
import dalil.command.record.Origins;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordFacts;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Fact;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A casualty as the write side knows it. */
@AggregateRoot(type = "casualty")
public class Casualty extends ClaimedRecord {

    static final Kind KIND =
            new Kind("casualty", Attribute.Of.INJURY.words(), Attribute.Of.CASUALTY, Attribute.Of.INJURY);

    @AggregateIdentifier
    private @Nullable String stream;

    private String unit = CasualtyFact.INDIVIDUAL;
    private final Set<String> namedOut = new LinkedHashSet<>();

    Casualty() {
        super(KIND);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordCasualty command, KnownRecords known, Origins origins) {
        if (known.exists(command.stream())) {
            throw Refusal.conflict("already-exists", "a casualty of this id is on record");
        }
        CasualtyChecks.begin(command.unit(), command.incident(), command.claims(), command.injuries(), known, origins);
        apply(new CasualtyFact.Recorded(
                Streams.id(command.stream()),
                command.unit(),
                command.incident(),
                command.claims(),
                command.injuries()));
    }

    /** Says nothing where the dataset lists what it listed before, or where the casualty was retracted. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordListedCasualty command, KnownRecords known, Origins origins) {
        CasualtyChecks.begin(command.unit(), command.incident(), command.claims(), command.injuries(), known, origins);
        if (stream == null) {
            apply(new CasualtyFact.Recorded(
                    Streams.id(command.stream()),
                    command.unit(),
                    command.incident(),
                    command.claims(),
                    command.injuries()));
            return;
        }
        if (!unit.equals(command.unit())) {
            throw Refusal.conflict("other-unit", "this casualty is on record as " + unit);
        }
        boolean saidBefore = command.overtaken()
                && !ListedDifference.saysSomethingNew(
                        memory(), command.dataset(), command.claims(), command.injuries());
        if (!memory().retracted() && !saidBefore) {
            List<Fact> changes = ListedDifference.between(
                    memory(), facts(), command.dataset(), command.claims(), command.injuries());
            memory().checkRoom(changes.size(), command.claims().size());
            changes.forEach(change -> apply(change));
        }
    }

    @Override
    protected List<FieldError> errors(AddClaim command, Origins origins) {
        if (command.part() != null) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(CasualtyRules.errors(unit, command.claim()));
        errors.addAll(CasualtyChecks.official(command.claim(), origins, ""));
        return errors;
    }

    @CommandHandler
    void decide(RecordInjury command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(CasualtyChecks.injury(command.injury(), known, ""));
        refuseIfKnown(command.injury());
        memory().checkRoom(1, command.injury().claims().size());
        apply(new CasualtyFact.InjuryRecorded(command.injury()));
    }

    @CommandHandler
    void decide(LinkCasualty command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(CasualtyChecks.link(command, known));
        CasualtyRules.HARMED_BY_NEEDS_A_SOURCE.check(command);
        CasualtyFact.Linked link =
                new CasualtyFact.Linked(command.relation(), command.to(), command.part(), command.source());
        if (memory().hasLink(link)) {
            throw Refusal.because("changes-nothing", "the link is on record already");
        }
        memory().checkRoom(1, 0);
        apply(link);
    }

    @CommandHandler
    void decide(NameOutOfGroup command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(MergerRules.other(KIND, "/casualty", command.stream(), command.casualty(), known));
        if (!unit.equals(CasualtyFact.GROUP)) {
            throw Refusal.because("not-a-group", "people are named out of a group");
        }
        if (namedOut.contains(command.casualty())) {
            throw Refusal.because("changes-nothing", "this person is named out of the group already");
        }
        memory().checkRoom(1, 0);
        apply(new CasualtyFact.NamedOut(command.casualty()));
    }

    @CommandHandler
    void decide(WithdrawNamingOut command) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        if (!namedOut.contains(command.casualty())) {
            throw Refusal.unknown("nobody of this id is named out of the group");
        }
        apply(new CasualtyFact.NamingOutWithdrawn(command.casualty(), reason(command.reason())));
    }

    @Override
    protected void refuseIfNotOne() {
        if (unit.equals(CasualtyFact.GROUP)) {
            throw Refusal.because("not-one-person", "a group is not one person: name the person out of it");
        }
    }

    @EventSourcingHandler
    void evolve(CasualtyFact fact, @MetaDataValue(Actor.META_ACTOR) @Nullable String actor) {
        if (fact instanceof CasualtyFact.Recorded recorded) {
            stream = Streams.casualty(recorded.id());
            unit = recorded.unit();
        } else if (fact instanceof CasualtyFact.Linked link) {
            memory().linked(link);
        } else if (fact instanceof CasualtyFact.NamedOut named) {
            namedOut.add(named.casualty());
        } else if (fact instanceof CasualtyFact.NamingOutWithdrawn withdrawn) {
            namedOut.remove(withdrawn.casualty());
        }
        remember(fact, actor);
    }

    @Override
    protected RecordFacts facts() {
        return CasualtyFacts.INSTANCE;
    }

    @Override
    protected String stream() {
        return Objects.requireNonNull(stream);
    }
}
