package dalil.command.imports.dates;

import dalil.events.claim.Occurred.Hours;
import org.jspecify.annotations.Nullable;

/**
 * A date as it was read.
 *
 * @param edtf null where the text says that there is no date
 * @param hours null where it has none
 */
public record ReadDate(@Nullable String edtf, @Nullable Hours hours) {

    static final ReadDate UNDATED = new ReadDate(null, null);
}
