package dalil.command.incident;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims.Held;
import dalil.command.claim.Texts;
import dalil.command.incident.IncidentCommand.AcceptClaim;
import dalil.command.incident.IncidentCommand.AddClaim;
import dalil.command.incident.IncidentCommand.CorrectClaim;
import dalil.command.incident.IncidentCommand.DisputeClaim;
import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentCommand.ReportIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.incident.IncidentCommand.RetractIncident;
import dalil.command.incident.IncidentCommand.ReviewIncident;
import dalil.command.incident.IncidentCommand.WithdrawClaim;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.incident.IncidentFact;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An incident as the write side knows it: enough to decide what may be recorded next. */
@AggregateRoot(type = "incident")
public class Incident {

    @AggregateIdentifier
    private @Nullable String stream;

    private final IncidentMemory memory = new IncidentMemory();

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
        } else if (!memory.retracted()) {
            List<IncidentFact> changes = ListedDifference.between(memory, command);
            checkRoom(changes.size(), command.claims().size());
            changes.forEach(change -> apply(change));
        }
    }

    @CommandHandler
    void decide(AddClaim command, KnownRecords known) {
        refuseIfRetracted();
        if (command.forceUse() != null && !memory.hasForceUse(command.forceUse())) {
            throw Refusal.unknown("the incident has no use of force of this id");
        }
        Attribute.Of of = command.forceUse() == null ? Attribute.Of.INCIDENT : Attribute.Of.FORCE_USE;
        refuseIf(ClaimRules.errors(of, command.claim(), known));
        if (memory.claims().has(command.claim().id())) {
            throw Refusal.conflict("already-exists", "a claim of this id is on the record");
        }
        checkRoom(1, 1);
        apply(new IncidentFact.ClaimAdded(command.forceUse(), command.claim()));
    }

    @CommandHandler
    void decide(AcceptClaim command) {
        Held held = standing(command.claim(), command.reason());
        if (attribute(held).many()) {
            throw Refusal.because("nothing-to-accept", "values of this attribute hold side by side");
        }
        if (held.accepted()) {
            throw Refusal.because("changes-nothing", "the claim is accepted already");
        }
        apply(new IncidentFact.ClaimAccepted(command.claim(), reason(command.reason())));
    }

    @CommandHandler
    void decide(DisputeClaim command, KnownRecords known) {
        standing(command.claim(), command.reason());
        refuseIf(ClaimRules.sourceErrors("/source", command.source(), known));
        checkRoom(1, 0);
        apply(new IncidentFact.ClaimDisputed(command.claim(), command.source(), reason(command.reason())));
    }

    @CommandHandler
    void decide(WithdrawClaim command) {
        standing(command.claim(), command.reason());
        apply(new IncidentFact.ClaimWithdrawn(command.claim(), null, reason(command.reason())));
    }

    @CommandHandler
    void decide(CorrectClaim command) {
        Held held = standing(command.claim(), command.reason());
        refuseIf(ClaimRules.valueErrors(attribute(held), command.value()));
        if (held.claim().value().equals(command.value())) {
            throw Refusal.because("changes-nothing", "the claim has this value already");
        }
        checkRoom(1, 0);
        apply(new IncidentFact.ClaimCorrected(command.claim(), command.value(), reason(command.reason())));
    }

    @CommandHandler
    void decide(RecordForceUse command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(IncidentChecks.forceUse(command.forceUse(), known, ""));
        if (memory.hasForceUse(command.forceUse().id())) {
            throw Refusal.conflict("already-exists", "the incident has a use of force of this id");
        }
        if (command.forceUse().claims().stream()
                .anyMatch(claim -> memory.claims().has(claim.id()))) {
            throw Refusal.conflict("already-exists", "a claim of this id is on the record");
        }
        checkRoom(1, command.forceUse().claims().size());
        apply(new IncidentFact.ForceUseRecorded(command.forceUse()));
    }

    @CommandHandler
    void decide(LinkIncident command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(IncidentChecks.link(command, known));
        IncidentRules.CAUSES_NEEDS_A_SOURCE.check(command);
        IncidentFact.Linked link = new IncidentFact.Linked(command.relation(), command.to(), command.source());
        if (memory.hasLink(link)) {
            throw Refusal.because("changes-nothing", "the link is on record already");
        }
        checkRoom(1, 0);
        apply(link);
    }

    @CommandHandler
    void decide(
            ReviewIncident command,
            KnownRecords known,
            Origins origins,
            @MetaDataValue(value = Actor.META_ACTOR, required = true) String reviewer) {
        refuseIfRetracted();
        refuseIf(IncidentChecks.review(command, known));
        IncidentRules.REVIEW_SAYS_WHAT_IT_COVERS.check(command);
        IncidentRules.Reviewing reviewing = new IncidentRules.Reviewing(
                command, memory.recordedBy(reviewer), memory.claims().sources());
        IncidentRules.REVIEWER_IS_NOT_THE_RECORDER.check(reviewing);
        IncidentRules.SELF_REVIEWED_IS_SAID_BY_A_RECORDER.check(reviewing);
        IncidentRules.CORROBORATED_IS_COHERENT.check(command);
        IncidentRules.ORIGINS_DIFFER.check(command);
        IncidentRules.ORIGINS_SPEAK_ABOUT_THE_INCIDENT.check(reviewing);
        IncidentRules.CORROBORATED_NEEDS_TWO_ORIGINS_OR_EXAMINED_EVIDENCE.check(command);
        IncidentRules.CONFIRMED_NEEDS_A_RECORD_MADE_FOR_ANOTHER_PURPOSE_OR_ACKNOWLEDGEMENT.check(command);
        boolean twoOrigins = command.origins().size() >= 2;
        if (twoOrigins) {
            origins.whyNotIndependent(command.origins()).ifPresent(why -> {
                throw Refusal.because("origins-not-independent", why);
            });
        }
        checkRoom(1, 0);
        apply(new IncidentFact.Reviewed(
                command.state(),
                command.covers(),
                command.coherent(),
                command.origins(),
                twoOrigins,
                command.evidence(),
                command.confirmation(),
                reason(command.reason())));
    }

    @CommandHandler
    void decide(RetractIncident command) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        apply(new IncidentFact.Retracted(reason(command.reason())));
    }

    @EventSourcingHandler
    void evolve(IncidentFact fact, @MetaDataValue(Actor.META_ACTOR) @Nullable String actor) {
        if (fact instanceof IncidentFact.Reported reported) {
            stream = Streams.incident(reported.id());
        }
        memory.evolve(fact, actor);
    }

    private Held standing(String claim, String reason) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", reason, Texts.MAX_NOTE));
        return memory.claims().standing(claim);
    }

    private static Attribute attribute(Held held) {
        Attribute.Of of = held.part() == null ? Attribute.Of.INCIDENT : Attribute.Of.FORCE_USE;
        return Attributes.find(of, held.claim().attribute()).orElseThrow();
    }

    private void checkRoom(int facts, int claims) {
        memory.checkRoom(facts, claims);
    }

    private void refuseIfRetracted() {
        if (memory.retracted()) {
            throw Refusal.conflict("retracted", "the incident was retracted; nothing more is recorded on it");
        }
    }

    private static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(new ArrayList<>(errors));
        }
    }

    private Protected<String> reason(String text) {
        return Protected.of(java.util.Objects.requireNonNull(stream), text);
    }
}
