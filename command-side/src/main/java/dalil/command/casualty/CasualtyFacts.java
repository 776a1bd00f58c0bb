package dalil.command.casualty;

import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.record.RecordFacts;
import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.OutcomeFacts;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import org.jspecify.annotations.Nullable;

/** What all records have in common, as facts of a casualty. */
final class CasualtyFacts implements RecordFacts {

    static final CasualtyFacts INSTANCE = new CasualtyFacts();

    private CasualtyFacts() {}

    @Override
    public Fact added(@Nullable String part, Claim claim) {
        return part == null ? OutcomeFacts.added(claim) : new CasualtyFact.ClaimAdded(part, claim);
    }

    @Override
    public Fact partRecorded(ClaimedPart part) {
        return new CasualtyFact.InjuryRecorded((CasualtyFact.Injury) part);
    }

    @Override
    public Fact accepted(String claim, Protected<String> reason) {
        return new CasualtyFact.ClaimAccepted(claim, reason);
    }

    @Override
    public Fact disputed(String claim, @Nullable String source, Protected<String> reason) {
        return new CasualtyFact.ClaimDisputed(claim, source, reason);
    }

    @Override
    public Fact withdrawn(String claim, @Nullable String dataset, @Nullable Protected<String> reason) {
        return new CasualtyFact.ClaimWithdrawn(claim, dataset, reason);
    }

    @Override
    public Fact corrected(String claim, ClaimValue value, Protected<String> reason) {
        return new CasualtyFact.ClaimCorrected(claim, value, reason);
    }

    @Override
    public Fact reviewed(ReviewRecord review, boolean twoOrigins, Protected<String> reason) {
        return new CasualtyFact.Reviewed(
                review.state(),
                review.covers(),
                review.coherent(),
                review.origins(),
                twoOrigins,
                review.evidence(),
                review.confirmation(),
                reason);
    }

    @Override
    public Fact retracted(Protected<String> reason) {
        return new CasualtyFact.Retracted(reason);
    }

    @Override
    public boolean isRetraction(Fact fact) {
        return fact instanceof CasualtyFact.Retracted;
    }

    @Override
    public Fact mergedInto(String into, Protected<String> reason) {
        return new CasualtyFact.MergedInto(into, reason);
    }

    @Override
    public Fact unmerged(Protected<String> reason) {
        return new CasualtyFact.Unmerged(reason);
    }

    @Override
    public Fact candidateNoted(String other, @Nullable String score) {
        return new CasualtyFact.CandidateNoted(other, score);
    }

    @Override
    public Fact candidateDismissed(String other, Protected<String> reason) {
        return new CasualtyFact.CandidateDismissed(other, reason);
    }
}
