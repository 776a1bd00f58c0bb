package dalil.ledger.key;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import dalil.transparency.StrictDecimal;
import dalil.transparency.json.StringRecord;
import dalil.transparency.note.KeyType;
import dalil.transparency.note.VerifierKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The form of {@code log.key}: canonical JSON of strings, its version first looked at. The vkey is open, the seed is sealed.
 *
 * @param iterations of PBKDF2
 * @param sealed the 32-byte seed and the 16-byte tag of GCM
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyFile(VerifierKey vkey, int iterations, byte[] salt, byte[] nonce, byte[] sealed) {

    static final String VERSION = "dalil-log-key/1";
    static final String KDF = "PBKDF2-HMAC-SHA256";
    static final String CIPHER = "AES-256-GCM";

    /** OWASP's number for PBKDF2-HMAC-SHA256; a file with less was not made here. */
    static final int LEAST_ITERATIONS = 600_000;

    // More would only make a start hang.
    static final int MOST_ITERATIONS = 10_000_000;

    static final int SALT_LENGTH = 16;
    static final int NONCE_LENGTH = 12;
    static final int SEALED_LENGTH = 32 + 16;

    private static final Set<String> MEMBERS =
            Set.of("cipher", "iterations", "kdf", "nonce", "salt", "sealed", "v", "vkey");

    byte[] format() {
        Map<String, String> members = open();
        members.put("sealed", StrictBase64.format(sealed));
        return StringRecord.format(members);
    }

    /** Everything but what is sealed, as the tag of GCM covers it: an altered header does not open. */
    byte[] header() {
        return StringRecord.format(open());
    }

    private Map<String, String> open() {
        Map<String, String> members = new TreeMap<>();
        members.put("cipher", CIPHER);
        members.put("iterations", Integer.toString(iterations));
        members.put("kdf", KDF);
        members.put("nonce", StrictBase64.format(nonce));
        members.put("salt", StrictBase64.format(salt));
        members.put("v", VERSION);
        members.put("vkey", vkey.format());
        return members;
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    static KeyFile parse(byte[] bytes) {
        Map<String, String> members = StringRecord.parse(bytes);
        fixed(members, "v", VERSION);
        members(members, MEMBERS);
        fixed(members, "kdf", KDF);
        fixed(members, "cipher", CIPHER);
        return new KeyFile(
                vkey(members),
                iterations(members),
                bytes(members, "salt", SALT_LENGTH),
                bytes(members, "nonce", NONCE_LENGTH),
                bytes(members, "sealed", SEALED_LENGTH));
    }

    /** Exactly these members, or {@link MalformedException}. */
    static void members(Map<String, String> found, Set<String> expected) {
        for (String name : new TreeSet<>(expected)) {
            if (!found.containsKey(name)) {
                throw MalformedException.because("no member " + name);
            }
        }
        for (String name : found.keySet()) {
            if (!expected.contains(name)) {
                throw MalformedException.because("unknown member " + name);
            }
        }
    }

    static void fixed(Map<String, String> members, String name, String expected) {
        String found = members.get(name);
        if (!expected.equals(found)) {
            throw MalformedException.because(
                    found == null ? "no member " + name : name + " is " + found + ", only " + expected + " is read");
        }
    }

    private static String member(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }

    private static VerifierKey vkey(Map<String, String> members) {
        try {
            VerifierKey vkey = VerifierKey.parse(member(members, "vkey"));
            if (vkey.type() != KeyType.ED25519) {
                throw MalformedException.because("a log's key has type 0x01");
            }
            return vkey;
        } catch (MalformedException malformed) {
            throw malformed.in("vkey");
        }
    }

    private static int iterations(Map<String, String> members) {
        try {
            long iterations = StrictDecimal.parse(member(members, "iterations"));
            if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
                throw MalformedException.because(
                        iterations + " is not from " + LEAST_ITERATIONS + " to " + MOST_ITERATIONS);
            }
            return (int) iterations;
        } catch (MalformedException malformed) {
            throw malformed.in("iterations");
        }
    }

    private static byte[] bytes(Map<String, String> members, String name, int length) {
        try {
            byte[] bytes = StrictBase64.parse(member(members, name));
            if (bytes.length != length) {
                throw MalformedException.because(length + " bytes, not " + bytes.length);
            }
            return bytes;
        } catch (MalformedException malformed) {
            throw malformed.in(name);
        }
    }
}
