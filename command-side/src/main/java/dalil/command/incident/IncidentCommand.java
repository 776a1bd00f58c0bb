package dalil.command.incident;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.incident.IncidentFact.Confirmation;
import dalil.events.incident.IncidentFact.ExaminedEvidence;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an incident. {@code stream} is {@code incident/uuid}. A command with a {@code version} is refused when
 * the stream has moved on; a null version there means that the caller named none, which the endpoint refuses.
 */
public sealed interface IncidentCommand {

    String stream();

    record ReportIncident(@TargetAggregateIdentifier String stream, List<Claim> claims, List<ForceUse> forceUses)
            implements IncidentCommand {}

    /**
     * What a dataset lists about an incident now: all of it, not the difference. The incident is created if it is new.
     *
     * @param dataset UUID of the dataset; every claim carries it too
     */
    record ReportListedIncident(
            @TargetAggregateIdentifier String stream, String dataset, List<Claim> claims, List<ForceUse> forceUses)
            implements IncidentCommand {}

    record AddClaim(
            @TargetAggregateIdentifier String stream,
            @Nullable String forceUse,
            Claim claim) implements IncidentCommand {}

    record AcceptClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            String reason)
            implements IncidentCommand {}

    record DisputeClaim(
            @TargetAggregateIdentifier String stream,
            String claim,
            @Nullable String source,
            String reason) implements IncidentCommand {}

    record WithdrawClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            String reason)
            implements IncidentCommand {}

    record CorrectClaim(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String claim,
            ClaimValue value,
            String reason)
            implements IncidentCommand {}

    record RecordForceUse(@TargetAggregateIdentifier String stream, ForceUse forceUse) implements IncidentCommand {}

    record LinkIncident(
            @TargetAggregateIdentifier String stream,
            String relation,
            String to,
            @Nullable String source) implements IncidentCommand {}

    record ReviewIncident(
            @TargetAggregateIdentifier String stream,
            String state,
            List<String> covers,
            boolean coherent,
            List<String> origins,
            @Nullable ExaminedEvidence evidence,
            @Nullable Confirmation confirmation,
            String reason)
            implements IncidentCommand {}

    record RetractIncident(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String reason) implements IncidentCommand {}
}
