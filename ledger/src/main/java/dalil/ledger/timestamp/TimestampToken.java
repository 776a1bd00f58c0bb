package dalil.ledger.timestamp;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** An RFC 3161 token: somebody's signed statement that they saw a hash at a time. Read, but not believed until verified. */
public final class TimestampToken {

    /** Far above what authorities send: a signature and a few certificates. */
    public static final int MAX_BYTES = 1 << 16;

    // With very many of one name, building paths would take for ever.
    private static final int MOST_CERTIFICATES = 10;

    // Not MD5 nor SHA-1, under which other contents of the same digest can be made.
    private static final Set<String> STRONG = Stream.of(
                    NISTObjectIdentifiers.id_sha256,
                    NISTObjectIdentifiers.id_sha384,
                    NISTObjectIdentifiers.id_sha512,
                    NISTObjectIdentifiers.id_sha3_256,
                    NISTObjectIdentifiers.id_sha3_384,
                    NISTObjectIdentifiers.id_sha3_512,
                    NISTObjectIdentifiers.id_shake256)
            .map(ASN1ObjectIdentifier::getId)
            .collect(Collectors.toUnmodifiableSet());

    private final TimeStampToken token;
    private final byte[] encoded;

    private TimestampToken(TimeStampToken token, byte[] encoded) {
        this.token = token;
        this.encoded = encoded;
    }

    /** A DER ContentInfo and nothing after it, or {@link MalformedException}. */
    public static TimestampToken parse(byte[] encoded) {
        if (encoded.length > MAX_BYTES) {
            throw MalformedException.because("a token has at most " + MAX_BYTES + " bytes");
        }
        return Asn1.reading("a timestamp token", () -> {
            // Refuses bytes after the end.
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
            return new TimestampToken(new TimeStampToken(info), encoded.clone());
        });
    }

    /** When the authority says it saw the hash. */
    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    /**
     * RFC 3161 §2.3 and §2.4.2: over SHA-256 of these bytes, signed with the certificate it names, whose only and critical purpose is
     * timestamping and which was valid then; and, where anchors are given, a path from that certificate to one of them.
     *
     * @param note a signed checkpoint as it is kept
     * @throws VerificationException naming what does not hold
     */
    public void verify(byte[] note, Anchors anchors) {
        requireImprint(Hashes.sha256(note));
        Asn1.verifying("the token", () -> {
            X509CertificateHolder signer = signer();
            signed(signer);
            if (!anchors.isEmpty()) {
                anchors.requirePath(converted(signer), certificates(), at());
            }
        });
    }

    private void requireImprint(Hash expected) {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        // By meaning, since AlgorithmIdentifiers come with and without NULL parameters.
        if (!NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())) {
            throw new VerificationException("the token is over another hash than SHA-256");
        }
        if (!Arrays.equals(info.getMessageImprintDigest(), expected.bytes())) {
            throw new VerificationException("the token is not over SHA-256 " + expected + " of this checkpoint");
        }
    }

    private X509CertificateHolder signer() {
        @SuppressWarnings("unchecked") // a signer's id selects certificates
        Collection<X509CertificateHolder> matching = token.getCertificates().getMatches(token.getSID());
        if (matching.size() != 1) {
            throw new VerificationException(
                    "the token holds " + matching.size() + " certificates of its signer, not one");
        }
        return matching.iterator().next();
    }

    private void signed(X509CertificateHolder signer)
            throws CertificateException, OperatorCreationException, TSPException {
        String digest =
                token.toCMSSignedData().getSignerInfos().get(token.getSID()).getDigestAlgOID();
        if (!STRONG.contains(digest)) {
            throw new VerificationException("the token is signed over a digest that is not trusted: " + digest);
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
    }

    private List<X509Certificate> certificates() throws GeneralSecurityException {
        Collection<X509CertificateHolder> holders = token.getCertificates().getMatches(null);
        if (holders.size() > MOST_CERTIFICATES) {
            throw new VerificationException("the token holds " + holders.size() + " certificates, at most "
                    + MOST_CERTIFICATES + " are looked at");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(converted(holder));
        }
        return certificates;
    }

    private static X509Certificate converted(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    /** For a response that was checked against its request. */
    static TimestampToken of(TimeStampToken answered) throws IOException {
        return parse(answered.getEncoded());
    }
}
