package dalil.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.timestamp.MadeAuthority.Wrong;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing wrong at a time, and what is said of it. */
class TimestampTokenTest {

    private static final byte[] NOTE = "a signed checkpoint\n".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    TimestampTokenTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TimestampQuery query() {
        return TimestampQuery.over(NOTE, random);
    }

    private Anchors anchors(X509Certificate certificate) throws Exception {
        return Anchors.read(List.of(MadeAuthority.pem(folder.resolve("anchor.pem"), certificate)));
    }

    private TimestampToken token(MadeAuthority authority) throws Exception {
        TimestampQuery query = query();
        return query.answer(authority.answer(query.encoded()));
    }

    @Test
    void a_proper_token_holds_under_its_root_under_itself_and_without_anchors() throws Exception {
        MadeAuthority authority = MadeAuthority.proper();
        TimestampToken token = token(authority);
        assertThat(token.at()).isEqualTo(MadeAuthority.NOW);
        for (Anchors anchors : List.of(anchors(authority.root), anchors(authority.certificate), Anchors.NONE)) {
            token.verify(NOTE, anchors);
            TimestampToken.parse(token.encoded()).verify(NOTE, anchors);
        }
    }

    @Test
    void asks_for_the_certificate_with_a_nonce_that_is_never_the_same() {
        TimeStampReq one = TimeStampReq.getInstance(query().encoded());
        TimeStampReq other = TimeStampReq.getInstance(query().encoded());
        assertThat(one.getCertReq().isTrue()).isTrue();
        assertThat(one.getNonce()).isNotEqualTo(other.getNonce());
        assertThat(one.getMessageImprint().getHashedMessage())
                .isEqualTo(other.getMessageImprint().getHashedMessage());
    }

    @Test
    void a_token_does_not_hold_for_another_checkpoint() throws Exception {
        TimestampToken token = token(MadeAuthority.proper());
        assertThatThrownBy(() -> token.verify("a signed checkpoinT\n".getBytes(UTF_8), Anchors.NONE))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith("the token is not over SHA-256 ");
    }

    @Test
    void an_answer_to_another_question_is_refused() throws Exception {
        MadeAuthority authority = MadeAuthority.proper();
        TimestampQuery query = query();
        byte[] replayed = authority.answer(query().encoded());
        assertThatThrownBy(() -> query.answer(replayed)).hasMessageContaining("nonce");
        byte[] otherHash =
                authority.answer(query.encoded(), Wrong.imprint(new byte[32]), List.of(authority.certificate));
        assertThatThrownBy(() -> query.answer(otherHash)).hasMessageContaining("imprint");
        byte[] otherAlgorithm = authority.answer(
                query.encoded(), Wrong.algorithm(NISTObjectIdentifiers.id_sha3_256), List.of(authority.certificate));
        assertThatThrownBy(() -> query.answer(otherAlgorithm)).isInstanceOf(VerificationException.class);
        byte[] otherNonce =
                authority.answer(query.encoded(), Wrong.nonce(BigInteger.TEN), List.of(authority.certificate));
        assertThatThrownBy(() -> query.answer(otherNonce)).hasMessageContaining("nonce");
    }

    @Test
    void a_certificate_whose_only_critical_purpose_is_not_timestamping_is_refused() throws Exception {
        Instant from = MadeAuthority.NOW.minus(Duration.ofDays(1));
        Instant until = MadeAuthority.NOW.plus(Duration.ofDays(1));
        List<MadeAuthority> improper = List.of(
                MadeAuthority.of(false, from, until, KeyPurposeId.id_kp_timeStamping),
                MadeAuthority.of(true, from, until, KeyPurposeId.id_kp_serverAuth),
                MadeAuthority.of(true, from, until, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth),
                MadeAuthority.of(true, from, until));
        for (MadeAuthority authority : improper) {
            TimestampToken token = token(authority);
            assertThatThrownBy(() -> token.verify(NOTE, Anchors.NONE))
                    .as(authority.certificate.getExtendedKeyUsage() + "")
                    .isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void a_certificate_that_was_not_valid_then_is_refused() throws Exception {
        MadeAuthority expired = MadeAuthority.of(
                true,
                MadeAuthority.NOW.minus(Duration.ofDays(9)),
                MadeAuthority.NOW.minus(Duration.ofDays(1)),
                KeyPurposeId.id_kp_timeStamping);
        TimestampToken token = token(expired);
        assertThatThrownBy(() -> token.verify(NOTE, Anchors.NONE)).isInstanceOf(VerificationException.class);
        TimestampQuery query = query();
        query.answer(expired.answer(
                        query.encoded(),
                        Wrong.at(MadeAuthority.NOW.minus(Duration.ofDays(2))),
                        List.of(expired.certificate)))
                .verify(NOTE, anchors(expired.root));
    }

    @Test
    void an_authority_that_no_anchor_vouches_for_is_refused() throws Exception {
        TimestampToken token = token(MadeAuthority.proper());
        Anchors others = anchors(MadeAuthority.proper().root);
        assertThatThrownBy(() -> token.verify(NOTE, others))
                .isInstanceOf(VerificationException.class)
                .hasMessage("no path from the authority's certificate to a trusted one");
        token.verify(NOTE, Anchors.NONE);
    }

    @Test
    void a_token_without_its_signers_certificate_or_with_a_crowd_of_them_is_refused() throws Exception {
        MadeAuthority authority = MadeAuthority.proper();
        TimestampQuery query = query();
        TimestampToken none = query.answer(authority.answer(query.encoded(), MadeAuthority.NOTHING, List.of()));
        assertThatThrownBy(() -> none.verify(NOTE, Anchors.NONE))
                .hasMessage("the token holds 0 certificates of its signer, not one");
        X509Certificate[] crowd = new X509Certificate[10];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = MadeAuthority.proper().root;
        }
        List<X509Certificate> shown = new java.util.ArrayList<>(List.of(crowd));
        shown.add(authority.certificate);
        TimestampToken many = query.answer(authority.answer(query.encoded(), MadeAuthority.NOTHING, shown));
        Anchors anchors = anchors(authority.root);
        assertThatThrownBy(() -> many.verify(NOTE, anchors))
                .hasMessage("the token holds 11 certificates, at most 10 are looked at");
    }

    @Test
    void a_token_signed_over_sha_1_is_refused() throws Exception {
        MadeAuthority authority = MadeAuthority.proper();
        TimestampQuery query = query();
        TimestampToken token = query.answer(
                authority.answer(query.encoded(), Wrong.signature("SHA1withECDSA"), List.of(authority.certificate)));
        assertThatThrownBy(() -> token.verify(NOTE, Anchors.NONE))
                .hasMessageStartingWith("the token is signed over a digest that is not trusted: ");
    }

    @Test
    void a_refusal_is_told_in_one_printable_line() throws Exception {
        byte[] refusal = new TimeStampResp(
                        new PKIStatusInfo(
                                PKIStatus.rejection,
                                new PKIFreeText(
                                        new DERUTF8String("no\r\n2026-05-04 INFO all is well" + "x".repeat(500)))),
                        null)
                .getEncoded();
        assertThatThrownBy(() -> query().answer(refusal))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith("the authority refused with status 2, saying: no??2026-05-04 INFO all is well")
                .satisfies(told ->
                        assertThat(String.valueOf(told.getMessage()).length()).isLessThan(300));
    }

    @Test
    void what_is_no_answer_is_malformed_and_nothing_worse() throws Exception {
        byte[] answer = MadeAuthority.proper().answer(query().encoded());
        List<byte[]> none = List.of(
                new byte[0],
                "<html>".getBytes(UTF_8),
                DERNull.INSTANCE.getEncoded(),
                Arrays.copyOf(answer, answer.length - 1),
                Arrays.copyOf(answer, answer.length + 1),
                nested(60_000),
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        for (byte[] bytes : none) {
            assertThatThrownBy(() -> query().answer(bytes)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> TimestampToken.parse(bytes)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> TimestampToken.parse(new byte[TimestampToken.MAX_BYTES + 1]))
                .hasMessage("a token has at most 65536 bytes");
    }

    private static byte[] nested(int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes / 2; i++) {
            out.write(0x30);
            out.write(0x80);
        }
        return out.toByteArray();
    }

    @Test
    void no_flipped_bit_passes_for_the_token() throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random bits = new Random(seed);
        MadeAuthority authority = MadeAuthority.proper();
        byte[] token = token(authority).encoded();
        Anchors anchors = anchors(authority.root);
        int passed = 0;
        int rounds = Boolean.getBoolean("dalil.thorough") ? token.length * 8 : 400;
        for (int i = 0; i < rounds; i++) {
            int bit = rounds == 400 ? bits.nextInt(token.length * 8) : i;
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                TimestampToken read = TimestampToken.parse(changed);
                read.verify(NOTE, anchors);
                passed++;
                assertThat(read.at()).as("seed " + seed + ", bit " + bit).isEqualTo(MadeAuthority.NOW);
            } catch (MalformedException | VerificationException refused) {
                continue;
            }
        }
        // What CMS does not sign, such as its version numbers, can be changed without changing what is said.
        assertThat(passed).as("seed " + seed).isLessThan(rounds / 10);
    }

    @Test
    void anchors_come_from_files_of_several_and_a_file_without_any_is_named() throws Exception {
        MadeAuthority one = MadeAuthority.proper();
        MadeAuthority other = MadeAuthority.proper();
        Path both = MadeAuthority.pem(folder.resolve("both.pem"), one.root);
        Files.writeString(
                both,
                Files.readString(both) + Files.readString(MadeAuthority.pem(folder.resolve("two.pem"), other.root)));
        Anchors anchors = Anchors.read(List.of(both));
        token(one).verify(NOTE, anchors);
        token(other).verify(NOTE, anchors);
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> Anchors.read(List.of(empty))).hasMessage(empty + ": no certificate");
        Path text = Files.writeString(folder.resolve("text.pem"), "not one");
        assertThatThrownBy(() -> Anchors.read(List.of(text)))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith(text + ": ");
        assertThatThrownBy(() -> Anchors.read(List.of(folder.resolve("gone.pem"))))
                .isInstanceOf(java.io.IOException.class);
        assertThat(Anchors.read(Collections.emptyList()).isEmpty()).isTrue();
    }
}
