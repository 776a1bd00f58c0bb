package dalil.command.dataset;

import dalil.command.StreamCommand;
import dalil.events.dataset.DatasetFact.ReadFile;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a dataset. {@code stream} is {@code dataset/uuid}. */
public sealed interface DatasetCommand extends StreamCommand {

    /**
     * The end of an import: everything that the files list now, not the difference.
     *
     * @param dataset the name under which it is imported
     * @param asOf ISO date
     * @param version as a file of changes calls it; null where the files are one state
     * @param kinds of record that this import can tell of; what is listed of others stays listed
     * @param ids UUIDs of the records that are listed now
     */
    record ListDataset(
            @TargetAggregateIdentifier String stream,
            String dataset,
            String asOf,
            @Nullable String version,
            String profile,
            String profileSha256,
            List<ReadFile> files,
            long rows,
            long rejected,
            List<String> kinds,
            List<String> ids)
            implements DatasetCommand {}
}
