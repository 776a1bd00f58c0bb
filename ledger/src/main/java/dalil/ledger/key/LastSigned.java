package dalil.ledger.key;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.json.StringRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The checkpoint that was signed last, as the key folder keeps it.
 *
 * @param number counts this ledger's checkpoints from 1, so that one taken away between two others is missed
 * @param at when it was signed, by the signer's clock
 */
public record LastSigned(long number, Instant at, SignedCheckpoint checkpoint) {

    static final String VERSION = "dalil-last-signed/1";

    private static final Set<String> MEMBERS = Set.of("at", "checkpoint", "number", "v");

    byte[] format() {
        return StringRecord.format(Map.of(
                "at",
                at.toString(),
                "checkpoint",
                new String(checkpoint.format(), StandardCharsets.UTF_8),
                "number",
                Long.toString(number),
                "v",
                VERSION));
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    static LastSigned parse(byte[] bytes) {
        Map<String, String> members = StringRecord.parse(bytes);
        KeyFile.fixed(members, "v", VERSION);
        KeyFile.members(members, MEMBERS);
        return new LastSigned(number(members), at(members), checkpoint(members));
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
