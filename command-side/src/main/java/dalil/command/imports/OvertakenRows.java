package dalil.command.imports;

import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.reading.MalformedInput;
import dalil.command.imports.reading.RowFile;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.RawRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Rows of which the same files say something later, because a row below has their id. What such a row says is recorded once; imported
 * again it must not come back, only to be taken back by the row below.
 */
final class OvertakenRows {

    private final Profile profile;
    private final RowIdentity identity;
    private final Map<UUID, Long> last = new HashMap<>();
    private final Set<Long> overtaken = new HashSet<>();
    private long before;

    private OvertakenRows(Profile profile, DatasetIds ids) {
        this.profile = profile;
        this.identity = new RowIdentity(profile, ids);
    }

    /**
     * Their numbers, counted from 1 on through all files. Reads the files once, for the ids alone.
     *
     * @param stopped asked before each row
     */
    static Set<Long> in(List<InputFile> files, Profile profile, DatasetIds ids, BooleanSupplier stopped)
            throws IOException {
        OvertakenRows rows = new OvertakenRows(profile, ids);
        if (!profile.id().isEmpty() && files.stream().allMatch(InputFile::isRereadable)) {
            try {
                for (InputFile file : files) {
                    rows.read(file, stopped);
                }
            } catch (MalformedInput toldWhereItIsRead) {
                return rows.overtaken;
            }
        }
        return rows.overtaken;
    }

    private void read(InputFile file, BooleanSupplier stopped) throws IOException {
        long number = 0;
        try (RowFile rows = RowFile.open(file, profile.layout(), bytes -> {})) {
            for (RawRow row = rows.next(); row != null && !stopped.getAsBoolean(); row = rows.next()) {
                number = row.number();
                if (row.problem() == null) {
                    see(row, before + number);
                }
            }
        }
        before += number;
    }

    private void see(RawRow row, long number) {
        try {
            Long earlier = last.put(identity.of(Scope.of(profile, row.fields(), new HashSet<>())), number);
            if (earlier != null) {
                overtaken.add(earlier);
            }
        } catch (RowProblem rejectedWhenItIsRead) {
            return;
        }
    }
}
