package dalil.ledger.store;

import dalil.ledger.RequestInProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that are stored together or not at all, and the request they answer, if any. */
public record PreparedAppend(
        List<PreparedFact> facts, @Nullable RequestInProgress request, int bytes) {}
