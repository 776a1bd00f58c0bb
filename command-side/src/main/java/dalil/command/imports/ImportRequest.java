package dalil.command.imports;

import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported.
 *
 * @param dataset the name under which; null for the profile's
 * @param asOf ISO date of the files; null if the profile knows where they say it
 * @param dryRun whether to say what would come of it, and record nothing
 */
public record ImportRequest(
        Profile profile,
        List<InputFile> inputs,
        @Nullable String dataset,
        @Nullable String asOf,
        boolean dryRun) {

    public ImportRequest {
        inputs = List.copyOf(inputs);
    }

    /** The name under which it is imported. */
    public String datasetName() {
        return dataset == null ? profile.dataset() : dataset;
    }
}
