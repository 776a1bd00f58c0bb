package dalil.command.record;

import dalil.command.StreamCommand;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of any record made of claims. A command with a {@code version} is refused when the stream has moved on; a null
 * version there means that the caller named none, which the endpoint refuses.
 */
public sealed interface RecordCommand extends StreamCommand {

    /** @param part UUID of the part that the claim is about, such as a use of force; null for the record itself */
    record AddClaim(
            @TargetAggregateIdentifier String stream,
            @Nullable String part,
            Claim claim) implements RecordCommand {}

    record AcceptClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            String reason)
            implements RecordCommand {}

    record DisputeClaim(
            @TargetAggregateIdentifier String stream,
            String claim,
            @Nullable String source,
            String reason) implements RecordCommand {}

    record WithdrawClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            String reason)
            implements RecordCommand {}

    record CorrectClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            ClaimValue value,
            String reason)
            implements RecordCommand {}

    record ReviewRecord(
            @TargetAggregateIdentifier String stream,
            String state,
            List<String> covers,
            boolean coherent,
            List<String> origins,
            @Nullable ExaminedEvidence evidence,
            @Nullable Confirmation confirmation,
            String reason)
            implements RecordCommand {}

    record RetractRecord(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String reason) implements RecordCommand {}

    /** @param into UUID of the record that stands for both from now on */
    record MergeRecord(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String into,
            String reason)
            implements RecordCommand {}

    record UnmergeRecord(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String reason) implements RecordCommand {}

    /**
     * Two records may be about one and the same.
     *
     * @param other UUID of the other
     * @param score as {@code MergerChange.CandidateNoted} has it
     */
    record NoteCandidate(
            @TargetAggregateIdentifier String stream,
            String other,
            @Nullable String score) implements RecordCommand {}

    /** They are not. */
    record DismissCandidate(@TargetAggregateIdentifier String stream, String other, String reason)
            implements RecordCommand {}
}
