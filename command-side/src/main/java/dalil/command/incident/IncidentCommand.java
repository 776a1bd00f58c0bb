package dalil.command.incident;

import dalil.command.ListedCommand;
import dalil.command.StreamCommand;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an incident beside what every record can be. {@code stream} is {@code incident/uuid}. */
public sealed interface IncidentCommand extends StreamCommand {

    record ReportIncident(@TargetAggregateIdentifier String stream, List<Claim> claims, List<ForceUse> forceUses)
            implements IncidentCommand {}

    /**
     * What a dataset lists about an incident now: all of it, not the difference. The incident is created if it is new.
     *
     * @param dataset UUID of the dataset; every claim carries it too
     * @param overtaken whether the same files say something later about it: then it counts only if the dataset never said it
     */
    record ReportListedIncident(
            @TargetAggregateIdentifier String stream,
            String dataset,
            List<Claim> claims,
            List<ForceUse> forceUses,
            boolean overtaken)
            implements IncidentCommand, ListedCommand {

        @Override
        public ReportListedIncident whenOvertaken() {
            return new ReportListedIncident(stream, dataset, claims, forceUses, true);
        }
    }

    record RecordForceUse(@TargetAggregateIdentifier String stream, ForceUse forceUse) implements IncidentCommand {}

    record LinkIncident(
            @TargetAggregateIdentifier String stream,
            String relation,
            String to,
            @Nullable String source) implements IncidentCommand {}

    /** A link that a dataset tells of; nothing is recorded where it is on record. */
    record LinkListedIncident(
            @TargetAggregateIdentifier String stream,
            String relation,
            String to,
            @Nullable String source) implements IncidentCommand {}
}
