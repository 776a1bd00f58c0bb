package dalil.ledger.sequence;

import dalil.ledger.Appended;
import dalil.ledger.store.PreparedAppend;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An append whose caller waits. */
final class Pending {

    private final PreparedAppend append;
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    Pending(PreparedAppend append) {
        this.append = append;
    }

    PreparedAppend append() {
        return append;
    }

    void succeed(Appended appended) {
        answer.complete(appended);
    }

    void refuse(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }

    /** Waits through interrupts: leaving early would mean not knowing whether the facts are stored. */
    Appended await() {
        try {
            return answer.join();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                // thrown in another thread: say here who asked
                reason.addSuppressed(new AppendedFrom());
                throw reason;
            }
            throw refused;
        }
    }

    private static final class AppendedFrom extends RuntimeException {
        AppendedFrom() {
            super("append called from here");
        }
    }
}
