package dalil.ledger.store;

import dalil.ledger.LedgerCase;
import dalil.ledger.fault.IntegrityFault;
import dalil.transparency.json.StringRecord;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The case as stores keep it. Its seal is an HMAC of the case under the ledger's secret: it shows a damaged row, not a forger who has
 * the store; against one the id and the origin stand in signed checkpoints.
 *
 * @param secret the key of the seal and of request digests
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedCase(LedgerCase ledgerCase, byte[] secret) {

    private static final int SECRET_LENGTH = 32;
    private static final String HMAC = "HmacSHA256";

    /** A new case with a secret of its own. */
    public static SealedCase of(LedgerCase ledgerCase, SecureRandom random) {
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        return new SealedCase(ledgerCase, secret);
    }

    /**
     * The inverse of {@link #members}, {@link #secret} and {@link #seal}.
     *
     * @throws IntegrityFault if they do not belong together
     */
    public static SealedCase opened(Map<String, String> members, byte[] secret, byte[] seal) {
        SealedCase read = parse(members, secret);
        if (!MessageDigest.isEqual(read.seal(), seal)) {
            throw IntegrityFault.ofLedger("altered case");
        }
        return read;
    }

    private static SealedCase parse(Map<String, String> members, byte[] secret) {
        try {
            LedgerCase ledgerCase = new LedgerCase(
                    id(members.getOrDefault("id", "")),
                    members.getOrDefault("name", ""),
                    ZoneId.of(members.getOrDefault("zone", "")),
                    List.of(members.getOrDefault("languages", "").split(",")),
                    members.getOrDefault("origin", ""));
            return new SealedCase(ledgerCase, secret);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw IntegrityFault.ofLedger("altered case: " + malformed.getMessage());
        }
    }

    /** In its one spelling: another would be read as the same id, and nobody would see that it was changed. */
    public static UUID id(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("an id in another spelling: " + text);
        }
        return id;
    }

    /** The case as strings: id, languages, name, origin, zone. */
    public Map<String, String> members() {
        return Map.of(
                "id", ledgerCase.id().toString(),
                "languages", String.join(",", ledgerCase.languages()),
                "name", ledgerCase.name(),
                "origin", ledgerCase.origin(),
                "zone", ledgerCase.zone().getId());
    }

    public byte[] seal() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(StringRecord.format(members()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
