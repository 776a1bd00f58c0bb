package dalil.transparency.note;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A private key that signs notes (type 0x01). Its text form is Go's: {@code PRIVATE+KEY+<name>+<hex8>+<base64(0x01 ‖ seed)>}. */
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifierKey;

    private NoteSigner(String name, byte[] seed) {
        this.seed = seed.clone();
        this.verifierKey = new VerifierKey(name, KeyType.ED25519, Ed25519.publicKeyOf(this.seed));
    }

    /** Throws {@link IllegalArgumentException} unless the seed has 32 bytes. */
    public static NoteSigner ofSeed(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return new NoteSigner(name, seed);
    }

    public static NoteSigner generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The key itself: not for logs. */
    public String format() {
        return PREFIX + verifierKey.name() + "+" + HexFormat.of().toHexDigits(verifierKey.keyId()) + "+"
                + VerifierKey.keyText(KeyType.ED25519, seed);
    }

    /** The inverse of {@link #format}, or {@link MalformedException}, which never repeats the key. */
    public static NoteSigner parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw MalformedException.because("a private key begins with " + PREFIX);
        }
        KeyText key = KeyText.parse(text.substring(PREFIX.length()));
        if (key.type() != KeyType.ED25519 || key.material().length != Ed25519.KEY_LENGTH) {
            throw MalformedException.because("a private key has type 0x01 and a 32-byte seed");
        }
        NoteSigner signer = new NoteSigner(key.name(), key.material());
        // Also the check that the public key was derived rightly.
        signer.verifierKey.requireKeyId(key.keyId());
        return signer;
    }

    /** Over the whole text, which ends with a newline. */
    public NoteSignature sign(String text) {
        SignedNote.requireText(text);
        return NoteSignature.of(verifierKey, Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "signer of " + verifierKey;
    }
}
