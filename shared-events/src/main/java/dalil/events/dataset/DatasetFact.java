package dalil.events.dataset;

import dalil.events.Fact;
import dalil.events.FactType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a dataset. */
public sealed interface DatasetFact extends Fact {

    /** At most so many ids in one fact; a longer listing is several facts, appended together. */
    int MAX_IDS = 10_000;

    /**
     * What the publisher listed at a date, told as the difference from its listing before.
     *
     * @param id UUID of the dataset
     * @param dataset the name under which it is imported
     * @param asOf ISO date that the file states or the importer gives
     * @param version what a file of changes calls this state of the dataset; null where the files are one state
     * @param profile name of the import profile
     * @param profileSha256 hex digest of the profile's bytes
     * @param files what was read
     * @param rows how many rows were read, of which {@code rejected} were not recorded
     * @param added ids of records now listed and not before
     * @param noLonger ids of records listed before and not now; they stay on record
     * @param part counted from 1, of {@code parts}
     */
    record Listed(
            String id,
            String dataset,
            String asOf,
            @Nullable String version,
            String profile,
            String profileSha256,
            List<ReadFile> files,
            long rows,
            long rejected,
            List<String> added,
            List<String> noLonger,
            int part,
            int parts)
            implements DatasetFact {}

    /** A file that was imported, by its content; its name may name a person and is not kept. */
    record ReadFile(String sha256, long bytes) {}

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(new FactType(Listed.class, "dataset.listed", "1"));
}
