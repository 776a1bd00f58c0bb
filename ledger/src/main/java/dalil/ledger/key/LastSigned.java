package dalil.ledger.key;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.json.StringRecord;
import dalil.transparency.tree.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The checkpoint that was signed last, as the key folder keeps it.
 *
 * @param number counts this ledger's checkpoints from 1, so that one taken away between two others is missed
 * @param at when it was signed, by the signer's clock
 */
public record LastSigned(long number, Instant at, SignedCheckpoint checkpoint) {

    static final String VERSION = "dalil-last-signed/2";

    /** How it was written before it had a digest. */
    private static final String WITHOUT_DIGEST = "dalil-last-signed/1";

    private static final String DIGEST = "sha256";
    private static final Set<String> SAID = Set.of("at", "checkpoint", "number", "v");
    private static final Set<String> MEMBERS = Set.of("at", "checkpoint", "number", DIGEST, "v");

    /** The digest is over the same bytes without it: no signature covers number and time. */
    byte[] format() {
        Map<String, String> members = new TreeMap<>(Map.of(
                "at",
                at.toString(),
                "checkpoint",
                new String(checkpoint.format(), StandardCharsets.UTF_8),
                "number",
                Long.toString(number),
                "v",
                VERSION));
        members.put(DIGEST, digest(members));
        return StringRecord.format(members);
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    static LastSigned parse(byte[] bytes) {
        Map<String, String> members = new TreeMap<>(StringRecord.parse(bytes));
        boolean withoutDigest = WITHOUT_DIGEST.equals(members.get("v"));
        if (!withoutDigest) {
            KeyFile.fixed(members, "v", VERSION);
        }
        KeyFile.members(members, withoutDigest ? SAID : MEMBERS);
        LastSigned signed = new LastSigned(number(members), at(members), checkpoint(members));
        String digest = members.remove(DIGEST);
        if (!withoutDigest && !digest(members).equals(digest)) {
            throw MalformedException.because("not as it was written: its digest is another");
        }
        return signed;
    }

    private static String digest(Map<String, String> members) {
        return Hashes.sha256(StringRecord.format(members)).toString();
    }

    private static long number(Map<String, String> members) {
        try {
            long number = StrictDecimal.parse(members.getOrDefault("number", ""));
            if (number == 0) {
                throw MalformedException.because("counted from 1");
            }
            return number;
        } catch (MalformedException malformed) {
            throw malformed.in("number");
        }
    }

    private static Instant at(Map<String, String> members) {
        String text = members.getOrDefault("at", "");
        try {
            Instant at = Instant.parse(text);
            if (at.toString().equals(text)) {
                return at;
            }
        } catch (DateTimeException notATime) {
            // said below
        }
        throw MalformedException.because("at: not an instant in its one spelling: " + text);
    }

    private static SignedCheckpoint checkpoint(Map<String, String> members) {
        try {
            return SignedCheckpoint.parse(members.getOrDefault("checkpoint", "").getBytes(StandardCharsets.UTF_8));
        } catch (MalformedException malformed) {
            throw malformed.in("checkpoint");
        }
    }
}
