package dalil.ledger.timestamp;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates that an asker trusts to vouch for timestamp authorities. Revocation is not looked up: that would be another call to
 * strangers, and it is for whoever relies on a token to do.
 */
public final class Anchors {

    /** Nobody is trusted, so nobody can be found untrustworthy either. */
    public static final Anchors NONE = new Anchors(List.of());

    private static final int MOST_BYTES = 1 << 20;

    private final List<X509Certificate> certificates;

    private Anchors(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * All certificates of some files, PEM or DER.
     *
     * @throws MalformedException naming a file that holds none
     */
    public static Anchors read(List<Path> files) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) > MOST_BYTES) {
                throw MalformedException.because(file + ": at most " + MOST_BYTES + " bytes");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                Collection<? extends Certificate> found =
                        CertificateFactory.getInstance("X.509").generateCertificates(in);
                if (found.isEmpty()) {
                    throw MalformedException.because(file + ": no certificate");
                }
                found.forEach(certificate -> certificates.add((X509Certificate) certificate));
            } catch (CertificateException malformed) {
                throw MalformedException.because(file + ": not certificates");
            }
        }
        return new Anchors(certificates);
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    /**
     * RFC 5280 §6 from the signer up to an anchor, as of a moment.
     *
     * @param others that may stand between
     * @throws VerificationException if no path leads there
     */
    void requirePath(X509Certificate signer, Collection<X509Certificate> others, Instant moment) {
        // An authority's own certificate may be what is trusted.
        if (certificates.contains(signer)) {
            return;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors = certificates.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            List<X509Certificate> known = new ArrayList<>(others);
            known.add(signer);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException none) {
            throw new VerificationException("no path from the authority's certificate to a trusted one");
        }
    }
}
