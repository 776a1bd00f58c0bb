package dalil.events.incident;

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

/** The facts of an incident. Ids are UUIDs as text; a claim is named by its id, which is unique in the incident. */
public sealed interface IncidentFact extends Fact {

    /** Somebody told us that this happened. */
    record Reported(String id, List<Claim> claims, List<ForceUse> forceUses)
            implements IncidentFact, ClaimChange.Begun {

        @Override
        public List<ForceUse> parts() {
            return forceUses;
        }
    }

    /**
     * A use of force: part of an incident, with claims of its own.
     *
     * @param id UUID, unique in the incident
     */
    record ForceUse(String id, List<Claim> claims) implements ClaimedPart {}

    /** @param forceUse the use of force that the claim is about; null where it is about the incident */
    record ClaimAdded(@Nullable String forceUse, Claim claim) implements IncidentFact, ClaimChange.Added {

        @Override
        public @Nullable String part() {
            return forceUse;
        }
    }

    /** A person decided, with a reason, that this claim holds where others differ. */
    record ClaimAccepted(String claim, Protected<String> reason) implements IncidentFact, ClaimChange.Accepted {}

    /** @param source UUID of the source that disputes it; null where the documenter does */
    record ClaimDisputed(String claim, @Nullable String source, Protected<String> reason)
            implements IncidentFact, ClaimChange.Disputed {}

    /** @param dataset the dataset that no longer says so; null where the source itself withdrew it */
    record ClaimWithdrawn(
            String claim,
            @Nullable String dataset,
            @Nullable Protected<String> reason) implements IncidentFact, ClaimChange.Withdrawn {}

    /** We entered the claim wrongly: the right value stands in the same claim from now on. */
    record ClaimCorrected(String claim, ClaimValue value, Protected<String> reason)
            implements IncidentFact, ClaimChange.Corrected {}

    record ForceUseRecorded(ForceUse forceUse) implements IncidentFact, ClaimChange.PartRecorded {

        @Override
        public ForceUse recorded() {
            return forceUse;
        }
    }

    /**
     * @param relation a code of the list {@code incident-link}
     * @param to the stream of the other record, for example {@code incident/6f1c…}
     * @param source UUID of the source that says so; always there for {@code causes}
     */
    record Linked(String relation, String to, @Nullable String source) implements IncidentFact {}

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
            implements IncidentFact, Review {}

    /** The record should not stand; it stays readable and is counted nowhere. */
    record Retracted(Protected<String> reason) implements IncidentFact {}

    /**
     * This record and another are about one incident. From here on both are read and counted as the other; no fact moves.
     *
     * @param into UUID of the incident that stands for both
     */
    record MergedInto(String into, Protected<String> reason) implements IncidentFact, MergerChange.MergedInto {}

    /** They are two incidents after all: as if they had never been merged. */
    record Unmerged(Protected<String> reason) implements IncidentFact, MergerChange.Unmerged {}

    /**
     * Somebody thinks that this record and another may be about one incident. Until that is decided the two add one incident to what is
     * corroborated.
     *
     * @param incident UUID of the other
     * @param score as {@link MergerChange.CandidateNoted#score()} has it
     */
    record CandidateNoted(String incident, @Nullable String score)
            implements IncidentFact, MergerChange.CandidateNoted {

        @Override
        public String other() {
            return incident;
        }
    }

    /** Somebody decided that those two are two incidents. */
    record CandidateDismissed(String incident, Protected<String> reason)
            implements IncidentFact, MergerChange.CandidateDismissed {

        @Override
        public String other() {
            return incident;
        }
    }

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(
            new FactType(Reported.class, "incident.reported", "1"),
            new FactType(ClaimAdded.class, "incident.claim-added", "1"),
            new FactType(ClaimAccepted.class, "incident.claim-accepted", "1"),
            new FactType(ClaimDisputed.class, "incident.claim-disputed", "1"),
            new FactType(ClaimWithdrawn.class, "incident.claim-withdrawn", "1"),
            new FactType(ClaimCorrected.class, "incident.claim-corrected", "1"),
            new FactType(ForceUseRecorded.class, "incident.force-use-recorded", "1"),
            new FactType(Linked.class, "incident.linked", "1"),
            new FactType(Reviewed.class, "incident.reviewed", "1"),
            new FactType(Retracted.class, "incident.retracted", "1"),
            new FactType(MergedInto.class, "incident.merged-into", "1"),
            new FactType(Unmerged.class, "incident.unmerged", "1"),
            new FactType(CandidateNoted.class, "incident.candidate-noted", "1"),
            new FactType(CandidateDismissed.class, "incident.candidate-dismissed", "1"));
}
