package dalil.command.dataset;

import dalil.command.StreamCommand;
import dalil.events.dataset.DatasetFact.ReadFile;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a dataset. {@code stream} is {@code dataset/uuid}. */
public sealed interface DatasetCommand extends StreamCommand {

    /**
     * The end of an import: everything that the files list now, not the difference.
     *
     * @param dataset the name under which it is imported
     * @param asOf ISO date
     * @param ids UUIDs of the incidents that are listed now
     */
    record ListDataset(
            @TargetAggregateIdentifier String stream,
            String dataset,
            String asOf,
            String profile,
            String profileSha256,
            List<ReadFile> files,
            long rows,
            long rejected,
            List<String> ids)
            implements DatasetCommand {}
}
