package dalil.ledger.timestamp;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority put together by hand, so that each thing about its certificate and its tokens can be wrong. */
final class MadeAuthority {

    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private static final String SIGNATURE = "SHA256withECDSA";

    final X509Certificate root;
    final X509Certificate certificate;

    private final PrivateKey key;

    private MadeAuthority(X509Certificate root, X509Certificate certificate, PrivateKey key) {
        this.root = root;
        this.certificate = certificate;
        this.key = key;
    }

    /** With a certificate as it should be. */
    static MadeAuthority proper() throws Exception {
        return of(true, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)), KeyPurposeId.id_kp_timeStamping);
    }

    static MadeAuthority of(boolean critical, Instant from, Instant until, KeyPurposeId... purposes) throws Exception {
        KeyPair rootKey = pair();
        X509Certificate root = issued("CN=Invented root", rootKey, "CN=Invented root", rootKey, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        });
        KeyPair own = pair();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Invented root"),
                BigInteger.TWO,
                Date.from(from),
                Date.from(until),
                new X500Name("CN=Invented authority"),
                own.getPublic());
        if (purposes.length > 0) {
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
        }
        return new MadeAuthority(root, signed(builder, rootKey.getPrivate()), own.getPrivate());
    }

    private interface Extending {
        void extend(JcaX509v3CertificateBuilder builder) throws Exception;
    }

    private static X509Certificate issued(
            String issuer, KeyPair issuing, String subject, KeyPair own, Extending extending) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.ONE,
                Date.from(NOW.minus(Duration.ofDays(30))),
                Date.from(NOW.plus(Duration.ofDays(30))),
                new X500Name(subject),
                own.getPublic());
        extending.extend(builder);
        return signed(builder, issuing.getPrivate());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** What can be wrong about a token; null leaves what the request says. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrong(
            byte @Nullable [] imprint,
            @Nullable ASN1ObjectIdentifier algorithm,
            @Nullable BigInteger nonce,
            Instant at,
            String signature) {

        static Wrong imprint(byte[] imprint) {
            return new Wrong(imprint, null, null, NOW, SIGNATURE);
        }

        static Wrong algorithm(ASN1ObjectIdentifier algorithm) {
            return new Wrong(null, algorithm, null, NOW, SIGNATURE);
        }

        static Wrong nonce(BigInteger nonce) {
            return new Wrong(null, null, nonce, NOW, SIGNATURE);
        }

        static Wrong at(Instant at) {
            return new Wrong(null, null, null, at, SIGNATURE);
        }

        static Wrong signature(String signature) {
            return new Wrong(null, null, null, NOW, signature);
        }
    }

    static final Wrong NOTHING = Wrong.at(NOW);

    /** The answer to a query. */
    byte[] answer(byte[] query, Wrong wrong, List<X509Certificate> shown) throws Exception {
        TimeStampReq request = TimeStampReq.getInstance(query);
        MessageImprint asked = request.getMessageImprint();
        MessageImprint imprint = new MessageImprint(
                wrong.algorithm() == null
                        ? asked.getHashAlgorithm()
                        : new org.bouncycastle.asn1.x509.AlgorithmIdentifier(wrong.algorithm()),
                wrong.imprint() == null ? asked.getHashedMessage() : wrong.imprint());
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("1.2.3.4"),
                imprint,
                new ASN1Integer(77),
                new ASN1GeneralizedTime(Date.from(wrong.at())),
                null,
                null,
                wrong.nonce() == null ? request.getNonce() : new ASN1Integer(wrong.nonce()),
                null,
                null);
        ContentInfo token = signed(info, wrong, shown);
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token).getEncoded("DER");
    }

    byte[] answer(byte[] query) throws Exception {
        return answer(query, NOTHING, List.of(certificate));
    }

    private ContentInfo signed(TSTInfo info, Wrong wrong, List<X509Certificate> shown) throws Exception {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        attributes.add(
                new Attribute(CMSAttributes.signingTime, new DERSet(new ASN1GeneralizedTime(Date.from(wrong.at())))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(wrong.signature(), key, certificate));
        generator.addCertificates(new JcaCertStore(shown));
        CMSProcessableByteArray content =
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded("DER"));
        return generator.generate(content, true).toASN1Structure();
    }

    /** A file with a certificate, as openssl and people keep them. */
    static Path pem(Path file, X509Certificate certificate) throws Exception {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    }
}
