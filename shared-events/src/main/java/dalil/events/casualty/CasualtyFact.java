package dalil.events.casualty;

import dalil.events.Fact;
import dalil.events.FactType;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import dalil.events.merger.MergerChange;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import dalil.events.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a casualty: one person harmed, or a counted group when nobody is named. Ids are UUIDs as text. */
public sealed interface CasualtyFact extends Fact {

    /** One person. */
    String INDIVIDUAL = "individual";
    /** People of whom only the number is known; claims of {@code persons} say how many. */
    String GROUP = "group";

    /**
     * Somebody told us that a person, or some people, came to harm.
     *
     * @param unit {@link #INDIVIDUAL} or {@link #GROUP}
     * @param incident UUID of the incident in which it happened; null if none is known
     */
    record Recorded(String id, String unit, @Nullable String incident, List<Claim> claims, List<Injury> injuries)
            implements CasualtyFact, ClaimChange.Begun {

        @Override
        public List<Injury> parts() {
            return injuries;
        }
    }

    /**
     * An injury: part of a casualty, with claims of its own.
     *
     * @param id UUID, unique in the casualty
     */
    record Injury(String id, List<Claim> claims) implements ClaimedPart {}

    /** @param injury the injury that the claim is about; null where it is about the person or the group */
    record ClaimAdded(@Nullable String injury, Claim claim) implements CasualtyFact, ClaimChange.Added {

        @Override
        public @Nullable String part() {
            return injury;
        }
    }

    /** A claim of the attribute {@code outcome}; the fact's type says which, and the claim when and by whom. */
    sealed interface Outcome extends CasualtyFact, ClaimChange.Added {

        @Override
        default @Nullable String part() {
            return null;
        }
    }

    record Injured(Claim claim) implements Outcome {}

    record SoughtHelp(Claim claim) implements Outcome {}

    record TreatedAsOutpatient(Claim claim) implements Outcome {}

    record Hospitalised(Claim claim) implements Outcome {}

    record InIntensiveCare(Claim claim) implements Outcome {}

    record Transferred(Claim claim) implements Outcome {}

    record Discharged(Claim claim) implements Outcome {}

    record RefusedAdmission(Claim claim) implements Outcome {}

    record TurnedAway(Claim claim) implements Outcome {}

    record LeftAgainstAdvice(Claim claim) implements Outcome {}

    record DidNotSeekCare(Claim claim) implements Outcome {}

    record UnderGuard(Claim claim) implements Outcome {}

    record Detained(Claim claim) implements Outcome {}

    record Missing(Claim claim) implements Outcome {}

    record Found(Claim claim) implements Outcome {}

    record Died(Claim claim) implements Outcome {}

    record InjuryRecorded(Injury injury) implements CasualtyFact, ClaimChange.PartRecorded {

        @Override
        public Injury recorded() {
            return injury;
        }
    }

    /** A person decided, with a reason, that this claim holds where others differ. */
    record ClaimAccepted(String claim, Protected<String> reason) implements CasualtyFact, ClaimChange.Accepted {}

    /** @param source UUID of the source that disputes it; null where the documenter does */
    record ClaimDisputed(String claim, @Nullable String source, Protected<String> reason)
            implements CasualtyFact, ClaimChange.Disputed {}

    /** @param dataset the dataset that no longer says so; null where the source itself withdrew it */
    record ClaimWithdrawn(
            String claim,
            @Nullable String dataset,
            @Nullable Protected<String> reason) implements CasualtyFact, ClaimChange.Withdrawn {}

    /** We entered the claim wrongly: the right value stands in the same claim from now on. */
    record ClaimCorrected(String claim, ClaimValue value, Protected<String> reason)
            implements CasualtyFact, ClaimChange.Corrected {}

    /**
     * @param relation a code of the list {@code casualty-link}
     * @param to the stream of the other record, for example {@code incident/6f1c…}
     * @param part UUID of the part meant, such as a use of force; null for the record itself
     * @param source UUID of the source that says so; always there for {@code harmed-by}
     */
    record Linked(
            String relation,
            String to,
            @Nullable String part,
            @Nullable String source) implements CasualtyFact {}

    /**
     * One of the people counted in this group is recorded by name now, and counted there.
     *
     * @param casualty UUID of the person's record
     */
    record NamedOut(String casualty) implements CasualtyFact {}

    /** That person was not one of this group after all. */
    record NamingOutWithdrawn(String casualty, Protected<String> reason) implements CasualtyFact {}

    /**
     * This record and another are about one person. From here on both are read and counted as the other; no fact moves.
     *
     * @param into UUID of the casualty that stands for both
     */
    record MergedInto(String into, Protected<String> reason) implements CasualtyFact, MergerChange.MergedInto {}

    /** They are two people after all: as if they had never been merged. */
    record Unmerged(Protected<String> reason) implements CasualtyFact, MergerChange.Unmerged {}

    /**
     * Somebody thinks that this record and another may be about one person. Until that is decided the two add one person to what is
     * corroborated.
     *
     * @param casualty UUID of the other
     * @param score how alike a comparison found them, from 0 to 1 with at most three digits behind the point, such as {@code 0.934};
     *     null where a person saw it
     */
    record CandidateNoted(String casualty, @Nullable String score)
            implements CasualtyFact, MergerChange.CandidateNoted {

        @Override
        public String other() {
            return casualty;
        }
    }

    /** Somebody decided that those two are two people. */
    record CandidateDismissed(String casualty, Protected<String> reason)
            implements CasualtyFact, MergerChange.CandidateDismissed {

        @Override
        public String other() {
            return casualty;
        }
    }

    /** What a reviewer concluded; {@link Review} says what each part is. */
    record Reviewed(
            String state,
            List<String> covers,
            boolean coherent,
            List<String> origins,
            boolean twoOrigins,
            @Nullable ExaminedEvidence evidence,
            @Nullable Confirmation confirmation,
            Protected<String> reason)
            implements CasualtyFact, Review {}

    /** The record should not stand; it stays readable and is counted nowhere. */
    record Retracted(Protected<String> reason) implements CasualtyFact {}

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(
            new FactType(Recorded.class, "casualty.recorded", "1"),
            new FactType(ClaimAdded.class, "casualty.claim-added", "1"),
            new FactType(Injured.class, "casualty.injured", "1"),
            new FactType(SoughtHelp.class, "casualty.sought-help", "1"),
            new FactType(TreatedAsOutpatient.class, "casualty.treated-as-outpatient", "1"),
            new FactType(Hospitalised.class, "casualty.hospitalised", "1"),
            new FactType(InIntensiveCare.class, "casualty.in-intensive-care", "1"),
            new FactType(Transferred.class, "casualty.transferred", "1"),
            new FactType(Discharged.class, "casualty.discharged", "1"),
            new FactType(RefusedAdmission.class, "casualty.refused-admission", "1"),
            new FactType(TurnedAway.class, "casualty.turned-away", "1"),
            new FactType(LeftAgainstAdvice.class, "casualty.left-against-advice", "1"),
            new FactType(DidNotSeekCare.class, "casualty.did-not-seek-care", "1"),
            new FactType(UnderGuard.class, "casualty.under-guard", "1"),
            new FactType(Detained.class, "casualty.detained", "1"),
            new FactType(Missing.class, "casualty.missing", "1"),
            new FactType(Found.class, "casualty.found", "1"),
            new FactType(Died.class, "casualty.died", "1"),
            new FactType(InjuryRecorded.class, "casualty.injury-recorded", "1"),
            new FactType(ClaimAccepted.class, "casualty.claim-accepted", "1"),
            new FactType(ClaimDisputed.class, "casualty.claim-disputed", "1"),
            new FactType(ClaimWithdrawn.class, "casualty.claim-withdrawn", "1"),
            new FactType(ClaimCorrected.class, "casualty.claim-corrected", "1"),
            new FactType(Linked.class, "casualty.linked", "1"),
            new FactType(NamedOut.class, "casualty.named-out", "1"),
            new FactType(NamingOutWithdrawn.class, "casualty.naming-out-withdrawn", "1"),
            new FactType(MergedInto.class, "casualty.merged-into", "1"),
            new FactType(Unmerged.class, "casualty.unmerged", "1"),
            new FactType(CandidateNoted.class, "casualty.candidate-noted", "1"),
            new FactType(CandidateDismissed.class, "casualty.candidate-dismissed", "1"),
            new FactType(Reviewed.class, "casualty.reviewed", "1"),
            new FactType(Retracted.class, "casualty.retracted", "1"));
}
