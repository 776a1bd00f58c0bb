package dalil.command.incident;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.record.ClaimedRecord;
import dalil.command.record.ListedDifference;
import dalil.command.record.RecordFacts;
import dalil.command.rule.Refusal;
import dalil.events.Fact;
import dalil.events.claim.Attribute;
import dalil.events.incident.IncidentFact;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An incident as the write side knows it. */
@AggregateRoot(type = "incident")
public class Incident extends ClaimedRecord {

    static final Kind KIND =
            new Kind("incident", Attribute.Of.FORCE_USE.words(), Attribute.Of.INCIDENT, Attribute.Of.FORCE_USE);

    @AggregateIdentifier
    private @Nullable String stream;

    Incident() {
        super(KIND);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(ReportIncident command, KnownRecords known) {
        if (known.exists(command.stream())) {
            throw Refusal.conflict("already-exists", "an incident of this id is on record");
        }
        IncidentChecks.report(command.claims(), command.forceUses(), known);
        apply(new IncidentFact.Reported(Streams.id(command.stream()), command.claims(), command.forceUses()));
    }

    /** Says nothing where the dataset lists what it listed before, or where the incident was retracted. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReportListedIncident command, KnownRecords known) {
        IncidentChecks.report(command.claims(), command.forceUses(), known);
        if (stream == null) {
            apply(new IncidentFact.Reported(Streams.id(command.stream()), command.claims(), command.forceUses()));
            return;
        }
        boolean saidBefore = command.overtaken()
                && !ListedDifference.saysSomethingNew(
                        memory(), command.dataset(), command.claims(), command.forceUses());
        if (!memory().retracted() && !saidBefore) {
            List<Fact> changes = ListedDifference.between(
                    memory(), facts(), command.dataset(), command.claims(), command.forceUses());
            memory().checkRoom(changes.size(), command.claims().size());
            changes.forEach(change -> apply(change));
        }
    }

    @CommandHandler
    void decide(RecordForceUse command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(IncidentChecks.forceUse(command.forceUse(), known, ""));
        refuseIfKnown(command.forceUse());
        memory().checkRoom(1, command.forceUse().claims().size());
        apply(new IncidentFact.ForceUseRecorded(command.forceUse()));
    }

    @CommandHandler
    void decide(LinkIncident command, KnownRecords known) {
        refuseIfRetracted();
        if (!link(command, known)) {
            throw Refusal.because("changes-nothing", "the link is on record already");
        }
    }

    /** Says nothing where the link is on record, or where the incident was retracted. */
    @CommandHandler
    void decide(LinkListedIncident command, KnownRecords known) {
        if (!memory().retracted()) {
            link(new LinkIncident(command.stream(), command.relation(), command.to(), command.source()), known);
        }
    }

    /** Whether there was anything to record. */
    private boolean link(LinkIncident command, KnownRecords known) {
        refuseIf(IncidentChecks.link(command, known));
        IncidentRules.CAUSES_NEEDS_A_SOURCE.check(command);
        IncidentFact.Linked link = new IncidentFact.Linked(command.relation(), command.to(), command.source());
        if (memory().hasLink(link)) {
            return false;
        }
        memory().checkRoom(1, 0);
        apply(link);
        return true;
    }

    @EventSourcingHandler
    void evolve(IncidentFact fact, @MetaDataValue(Actor.META_ACTOR) @Nullable String actor) {
        if (fact instanceof IncidentFact.Reported reported) {
            stream = Streams.incident(reported.id());
        } else if (fact instanceof IncidentFact.Linked link) {
            memory().linked(link);
        }
        remember(fact, actor);
    }

    @Override
    protected RecordFacts facts() {
        return IncidentFacts.INSTANCE;
    }

    @Override
    protected String stream() {
        return Objects.requireNonNull(stream);
    }
}
