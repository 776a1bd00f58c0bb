package dalil.command.imports.mapping;

import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.Reject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row came to. */
public sealed interface Mapped {

    /** @param incident UUID of the incident it is about; null where it gives only sources */
    record Row(ImportedRow row, @Nullable UUID incident) implements Mapped {}

    /** The profile's condition leaves it out. */
    record Skipped() implements Mapped {}

    /** @param incident UUID of the incident it is about; null where that is not known */
    record Rejected(Reject reject, @Nullable UUID incident) implements Mapped {}
}
