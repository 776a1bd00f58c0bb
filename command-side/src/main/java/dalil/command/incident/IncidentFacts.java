package dalil.command.incident;

import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.record.RecordFacts;
import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import dalil.events.incident.IncidentFact;
import org.jspecify.annotations.Nullable;

/** What all records have in common, as facts of an incident. */
final class IncidentFacts implements RecordFacts {

    static final IncidentFacts INSTANCE = new IncidentFacts();

    private IncidentFacts() {}

    @Override
    public Fact added(@Nullable String part, Claim claim) {
        return new IncidentFact.ClaimAdded(part, claim);
    }

    @Override
    public Fact partRecorded(ClaimedPart part) {
        return new IncidentFact.ForceUseRecorded((IncidentFact.ForceUse) part);
    }

    @Override
    public Fact accepted(String claim, Protected<String> reason) {
        return new IncidentFact.ClaimAccepted(claim, reason);
    }

    @Override
    public Fact disputed(String claim, @Nullable String source, Protected<String> reason) {
        return new IncidentFact.ClaimDisputed(claim, source, reason);
    }

    @Override
    public Fact withdrawn(String claim, @Nullable String dataset, @Nullable Protected<String> reason) {
        return new IncidentFact.ClaimWithdrawn(claim, dataset, reason);
    }

    @Override
    public Fact corrected(String claim, ClaimValue value, Protected<String> reason) {
        return new IncidentFact.ClaimCorrected(claim, value, reason);
    }

    @Override
    public Fact reviewed(ReviewRecord review, boolean twoOrigins, Protected<String> reason) {
        return new IncidentFact.Reviewed(
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
        return new IncidentFact.Retracted(reason);
    }

    @Override
    public boolean isRetraction(Fact fact) {
        return fact instanceof IncidentFact.Retracted;
    }

    @Override
    public Fact mergedInto(String into, Protected<String> reason) {
        return new IncidentFact.MergedInto(into, reason);
    }

    @Override
    public Fact unmerged(Protected<String> reason) {
        return new IncidentFact.Unmerged(reason);
    }

    @Override
    public Fact candidateNoted(String other, @Nullable String score) {
        return new IncidentFact.CandidateNoted(other, score);
    }

    @Override
    public Fact candidateDismissed(String other, Protected<String> reason) {
        return new IncidentFact.CandidateDismissed(other, reason);
    }
}
