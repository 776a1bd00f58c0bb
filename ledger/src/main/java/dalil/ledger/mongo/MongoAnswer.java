package dalil.ledger.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import java.util.Set;

/** What a failed write says about whether it was done. Whatever does not say plainly that it was not, may have been. */
public enum MongoAnswer {
    /** It never left: there was no server to send it to. */
    NOT_SENT,
    /** The number or a key is taken. */
    DUPLICATE,
    /** The server's disk is full. */
    FULL,
    /** The server does not do it, and will not. */
    REFUSED,
    /** Done or not, or still to be done: no answer, one that came too late, or that of a primary on its way out. */
    UNCLEAR;

    private static final Set<Integer> DUPLICATES = Set.of(11000, 11001, 12582);
    private static final int OUT_OF_DISK_SPACE = 14031;

    /** Unauthorized, AuthenticationFailed, InvalidNamespace, DocumentValidationFailure, CommandNotSupportedOnView, BSONObjectTooLarge. */
    private static final Set<Integer> REFUSALS = Set.of(13, 18, 73, 121, 166, 10334);

    static MongoAnswer of(MongoException failed) {
        if (failed instanceof MongoWriteException refused) {
            return ofCode(refused.getError().getCode());
        }
        if (failed instanceof MongoCommandException refused) {
            return ofCode(refused.getErrorCode());
        }
        if (failed instanceof MongoSecurityException) {
            return failed.getCause() instanceof MongoCommandException ? REFUSED : NOT_SENT;
        }
        boolean unsent =
                (failed instanceof MongoTimeoutException && !(failed instanceof MongoOperationTimeoutException))
                        || failed instanceof MongoSocketOpenException
                        || failed instanceof MongoServerUnavailableException
                        || failed instanceof MongoConnectionPoolClearedException;
        return unsent ? NOT_SENT : UNCLEAR;
    }

    private static MongoAnswer ofCode(int code) {
        if (DUPLICATES.contains(code)) {
            return DUPLICATE;
        }
        if (code == OUT_OF_DISK_SPACE) {
            return FULL;
        }
        return REFUSALS.contains(code) ? REFUSED : UNCLEAR;
    }

    /** In words that repeat nothing of what was sent. */
    public static String describe(MongoException failed) {
        String kind = failed.getClass().getSimpleName();
        return failed.getCode() > 0 ? kind + ", code " + failed.getCode() : kind;
    }
}
