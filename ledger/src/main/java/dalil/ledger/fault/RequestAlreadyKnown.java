package dalil.ledger.fault;

import dalil.ledger.RequestAnswer;
import java.util.UUID;

/**
 * The request id was used before; nothing of this append was stored. Where {@link #answer()} has the same digest, the caller
 * gives the first answer again; otherwise the id was reused for other content, which is a conflict.
 */
public final class RequestAlreadyKnown extends LedgerException {

    private final UUID id;
    private final RequestAnswer answer;

    public RequestAlreadyKnown(UUID id, RequestAnswer answer) {
        super("request " + id + " was answered at index " + answer.firstIndex(), null);
        this.id = id;
        this.answer = answer;
    }

    public UUID id() {
        return id;
    }

    public RequestAnswer answer() {
        return answer;
    }
}
