package dalil.ledger.timestamp;

import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import dalil.ledger.outside.OutsideHttp.Answer;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.io.IOException;
import java.security.SecureRandom;

/** A server that gives RFC 3161 tokens over HTTP (§3.4). */
public final class TimestampAuthority {

    private static final int OK = 200;

    private final OutsideAddress address;
    private final OutsideHttp http;
    private final SecureRandom random;

    public TimestampAuthority(OutsideAddress address, OutsideHttp http, SecureRandom random) {
        this.address = address;
        this.http = http;
        this.random = random;
    }

    /** Its host and port, under which its tokens are kept. The rest of its address may be a secret. */
    public String name() {
        return address.hostAndPort();
    }

    /**
     * A token over SHA-256 of a signed checkpoint that passed every check.
     *
     * @throws IOException if there is no answer, or one of another kind
     * @throws MalformedException if the answer is none
     * @throws VerificationException if it refuses, or what it gave does not hold
     */
    TimestampToken stamp(byte[] note, Anchors anchors) throws IOException, InterruptedException {
        TimestampQuery query = TimestampQuery.over(note, random);
        Answer answer = http.post(address, TimestampQuery.CONTENT_TYPE, query.encoded(), TimestampToken.MAX_BYTES);
        if (answer.status() != OK) {
            throw new IOException("status " + answer.status());
        }
        if (!answer.isOfType(TimestampQuery.ANSWER_TYPE)) {
            throw new IOException("an answer that is not " + TimestampQuery.ANSWER_TYPE);
        }
        TimestampToken token = query.answer(answer.body());
        token.verify(note, anchors);
        return token;
    }
}
