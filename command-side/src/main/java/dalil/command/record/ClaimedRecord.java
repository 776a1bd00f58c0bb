package dalil.command.record;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims.Held;
import dalil.command.claim.Texts;
import dalil.command.record.RecordCommand.AcceptClaim;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordCommand.CorrectClaim;
import dalil.command.record.RecordCommand.DismissCandidate;
import dalil.command.record.RecordCommand.DisputeClaim;
import dalil.command.record.RecordCommand.MergeRecord;
import dalil.command.record.RecordCommand.NoteCandidate;
import dalil.command.record.RecordCommand.RetractRecord;
import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.record.RecordCommand.UnmergeRecord;
import dalil.command.record.RecordCommand.WithdrawClaim;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimedPart;
import dalil.events.merger.MergerChange;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** A record made of claims, as the write side knows it: enough to decide what may be recorded next. */
public abstract class ClaimedRecord {

    private final RecordMemory memory = new RecordMemory();
    private final Kind kind;

    /**
     * What sets one kind of record apart.
     *
     * @param noun as people read it, and as its streams begin: {@code incident}
     * @param part what its parts are called: {@code use of force}
     * @param whole whose attributes its own claims are of
     * @param parts whose attributes the claims on its parts are of
     */
    public record Kind(String noun, String part, Attribute.Of whole, Attribute.Of parts) {

        /** The stream of the record of this id. */
        String stream(String id) {
            return noun + "/" + id;
        }
    }

    protected ClaimedRecord(Kind kind) {
        this.kind = kind;
    }

    /** The facts of this kind. */
    protected abstract RecordFacts facts();

    /** The stream; what is said of the record itself is protected under it. */
    protected abstract String stream();

    protected final RecordMemory memory() {
        return memory;
    }

    @CommandHandler
    void decide(AddClaim command, KnownRecords known, Origins origins) {
        refuseIfRetracted();
        if (command.part() != null && !memory.hasPart(command.part())) {
            throw Refusal.unknown("the " + kind.noun() + " has no " + kind.part() + " of this id");
        }
        Attribute.Of of = command.part() == null ? kind.whole() : kind.parts();
        refuseIf(ClaimRules.errors(of, command.claim(), known));
        refuseIf(errors(command, origins));
        if (memory.claims().has(command.claim().id())) {
            throw Refusal.conflict("already-exists", "a claim of this id is on the record");
        }
        memory.checkRoom(1, 1);
        apply(facts().added(command.part(), command.claim()));
    }

    /** What else is wrong with a new claim on a record of this kind. */
    protected List<FieldError> errors(AddClaim command, Origins origins) {
        return List.of();
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
        apply(facts().accepted(command.claim(), reason(command.reason())));
    }

    @CommandHandler
    void decide(DisputeClaim command, KnownRecords known) {
        standing(command.claim(), command.reason());
        refuseIf(ClaimRules.sourceErrors("/source", command.source(), known));
        memory.checkRoom(1, 0);
        apply(facts().disputed(command.claim(), command.source(), reason(command.reason())));
    }

    @CommandHandler
    void decide(WithdrawClaim command) {
        standing(command.claim(), command.reason());
        apply(facts().withdrawn(command.claim(), null, reason(command.reason())));
    }

    @CommandHandler
    void decide(CorrectClaim command) {
        Held held = standing(command.claim(), command.reason());
        refuseIf(ClaimRules.valueErrors(attribute(held), command.value()));
        if (held.claim().value().equals(command.value())) {
            throw Refusal.because("changes-nothing", "the claim has this value already");
        }
        memory.checkRoom(1, 0);
        apply(facts().corrected(command.claim(), command.value(), reason(command.reason())));
    }

    @CommandHandler
    void decide(
            ReviewRecord command,
            KnownRecords known,
            Origins origins,
            @MetaDataValue(value = Actor.META_ACTOR, required = true) String reviewer) {
        refuseIfRetracted();
        refuseIf(ReviewRules.errors(command, known));
        ReviewRules.check(new ReviewRules.Reviewing(
                command, memory.isRecorder(reviewer), memory.claims().sources()));
        boolean twoOrigins = command.origins().size() >= 2;
        if (twoOrigins) {
            origins.whyNotIndependent(command.origins()).ifPresent(why -> {
                throw Refusal.field("/origins", "origins-not-independent", why);
            });
        }
        memory.checkRoom(1, 0);
        apply(facts().reviewed(command, twoOrigins, reason(command.reason())));
    }

    @CommandHandler
    void decide(RetractRecord command) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        apply(facts().retracted(reason(command.reason())));
    }

    @CommandHandler
    void decide(MergeRecord command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(MergerRules.errors(kind, command, known));
        refuseIfNotOne();
        if (memory.mergedInto() != null) {
            throw Refusal.conflict("merged", "this record is merged already, into " + memory.mergedInto());
        }
        memory.checkRoom(1, 0);
        apply(facts().mergedInto(command.into(), reason(command.reason())));
    }

    @CommandHandler
    void decide(UnmergeRecord command) {
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        if (memory.mergedInto() == null) {
            throw Refusal.conflict("not-merged", "this record is not merged into another");
        }
        apply(facts().unmerged(reason(command.reason())));
    }

    @CommandHandler
    void decide(NoteCandidate command, KnownRecords known) {
        refuseIfRetracted();
        refuseIf(MergerRules.errors(kind, command, known));
        refuseIfNotOne();
        if (memory.hasCandidate(command.other())) {
            throw Refusal.because("changes-nothing", "that these two may be one is on record already");
        }
        memory.checkRoom(1, 0);
        apply(facts().candidateNoted(command.other(), command.score()));
    }

    @CommandHandler
    void decide(DismissCandidate command) {
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        if (!memory.hasCandidate(command.other())) {
            throw Refusal.unknown("that these two may be one is not on record, or was decided");
        }
        apply(facts().candidateDismissed(command.other(), reason(command.reason())));
    }

    /** Refuses where the record is of several, so that it cannot be about the same one as another. */
    protected void refuseIfNotOne() {}

    /** The part of {@code evolve} that is the same for every kind. */
    protected final void remember(Fact fact, @Nullable String actor) {
        memory.counted();
        if (fact instanceof ClaimChange change) {
            memory.evolve(change, actor);
        } else if (fact instanceof MergerChange change) {
            memory.evolve(change);
        } else if (facts().isRetraction(fact)) {
            memory.retract();
        }
    }

    /** The claim, if it stands and the reason can be recorded. */
    private Held standing(String claim, String reason) {
        refuseIfRetracted();
        refuseIf(Texts.body("/reason", reason, Texts.MAX_NOTE));
        return memory.claims().standing(claim);
    }

    private Attribute attribute(Held held) {
        return Attributes.find(
                        held.part() == null ? kind.whole() : kind.parts(),
                        held.claim().attribute())
                .orElseThrow();
    }

    /** Refuses a part whose id, or the id of one of its claims, stands on the record already. */
    protected final void refuseIfKnown(ClaimedPart part) {
        if (memory.hasPart(part.id())) {
            throw Refusal.conflict("already-exists", "the " + kind.noun() + " has this " + kind.part() + " already");
        }
        if (part.claims().stream().anyMatch(claim -> memory.claims().has(claim.id()))) {
            throw Refusal.conflict("already-exists", "a claim of this id is on the record");
        }
    }

    protected final void refuseIfRetracted() {
        if (memory.retracted()) {
            throw Refusal.conflict(
                    "retracted", "the " + kind.noun() + " was retracted; nothing more is recorded on it");
        }
    }

    protected static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(new ArrayList<>(errors));
        }
    }

    protected final Protected<String> reason(String text) {
        return Protected.of(stream(), text);
    }
}
