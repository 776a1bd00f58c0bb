package dalil.ledger.timestamp;

import dalil.ledger.outside.Words;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** One question to an authority and how its answer is told from an answer to another. */
final class TimestampQuery {

    static final String CONTENT_TYPE = "application/timestamp-query";
    static final String ANSWER_TYPE = "application/timestamp-reply";

    // As many as every authority takes.
    private static final int NONCE_BITS = 63;

    private final TimeStampRequest request;

    private TimestampQuery(TimeStampRequest request) {
        this.request = request;
    }

    /** Over SHA-256 of a signed checkpoint; the authority's certificates are asked for. */
    static TimestampQuery over(byte[] note, SecureRandom random) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return new TimestampQuery(generator.generate(
                NISTObjectIdentifiers.id_sha256, Hashes.sha256(note).bytes(), new BigInteger(NONCE_BITS, random)));
    }

    byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /**
     * The token of an answer to this question, not yet verified.
     *
     * @throws MalformedException if it is no answer
     * @throws VerificationException if it is a refusal, or answers another question
     */
    TimestampToken answer(byte[] encoded) {
        TimeStampResponse response = Asn1.reading(
                "a timestamp answer",
                () -> new TimeStampResponse(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(encoded))));
        if (response.getStatus() != PKIStatus.GRANTED && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
            String why = response.getStatusString();
            throw new VerificationException("the authority refused with status " + response.getStatus()
                    + (why == null ? "" : ", saying: " + Words.of(why)));
        }
        // Nonce, hash and its algorithm, one signer, which certificate signed.
        Asn1.verifying("the answer", () -> response.validate(request));
        return Asn1.reading("a timestamp answer", () -> TimestampToken.of(response.getTimeStampToken()));
    }
}
