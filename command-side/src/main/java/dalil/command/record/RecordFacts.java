package dalil.command.record;

import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import org.jspecify.annotations.Nullable;

/** How one kind of record tells what all kinds have in common. */
public interface RecordFacts {

    Fact added(@Nullable String part, Claim claim);

    Fact partRecorded(ClaimedPart part);

    Fact accepted(String claim, Protected<String> reason);

    Fact disputed(String claim, @Nullable String source, Protected<String> reason);

    Fact withdrawn(String claim, @Nullable String dataset, @Nullable Protected<String> reason);

    Fact corrected(String claim, ClaimValue value, Protected<String> reason);

    Fact reviewed(ReviewRecord review, boolean twoOrigins, Protected<String> reason);

    Fact retracted(Protected<String> reason);

    boolean isRetraction(Fact fact);

    Fact mergedInto(String into, Protected<String> reason);

    Fact unmerged(Protected<String> reason);

    Fact candidateNoted(String other, @Nullable String score);

    Fact candidateDismissed(String other, Protected<String> reason);
}
