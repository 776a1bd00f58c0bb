package dalil.command.casualty;

import dalil.command.ListedCommand;
import dalil.command.StreamCommand;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Claim;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What can be asked of a casualty beside what every record can be. {@code stream} is {@code casualty/uuid}. */
public sealed interface CasualtyCommand extends StreamCommand {

    /**
     * @param unit {@code individual} or {@code group}
     * @param incident UUID of the incident in which it happened; null if none is known
     */
    record RecordCasualty(
            @TargetAggregateIdentifier String stream,
            String unit,
            @Nullable String incident,
            List<Claim> claims,
            List<Injury> injuries)
            implements CasualtyCommand {}

    /**
     * What a dataset lists about a casualty now: all of it, not the difference. The casualty is recorded if it is new.
     *
     * @param dataset UUID of the dataset; every claim carries it too
     * @param overtaken whether the same files say something later about it: then it counts only if the dataset never said it
     */
    record RecordListedCasualty(
            @TargetAggregateIdentifier String stream,
            String dataset,
            String unit,
            @Nullable String incident,
            List<Claim> claims,
            List<Injury> injuries,
            boolean overtaken)
            implements CasualtyCommand, ListedCommand {

        @Override
        public RecordListedCasualty whenOvertaken() {
            return new RecordListedCasualty(stream, dataset, unit, incident, claims, injuries, true);
        }
    }

    record RecordInjury(@TargetAggregateIdentifier String stream, Injury injury) implements CasualtyCommand {}

    /** @param part UUID of the use of force meant; null for the record itself */
    record LinkCasualty(
            @TargetAggregateIdentifier String stream,
            String relation,
            String to,
            @Nullable String part,
            @Nullable String source)
            implements CasualtyCommand {}

    /**
     * Asked of a group: one of its people is recorded by name.
     *
     * @param casualty UUID of that person's record
     */
    record NameOutOfGroup(@TargetAggregateIdentifier String stream, String casualty) implements CasualtyCommand {}

    record WithdrawNamingOut(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String casualty,
            String reason)
            implements CasualtyCommand {}
}
