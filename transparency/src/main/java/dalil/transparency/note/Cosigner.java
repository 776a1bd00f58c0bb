package dalil.transparency.note;

/** A witness's private key (type 0x04). One key per cosigner: the name is not signed. */
public final class Cosigner {

    private final byte[] seed;
    private final VerifierKey verifierKey;

    private Cosigner(String name, byte[] seed) {
        this.seed = seed.clone();
        this.verifierKey = new VerifierKey(name, KeyType.COSIGNATURE, Ed25519.publicKeyOf(this.seed));
    }

    /** Throws {@link IllegalArgumentException} unless the seed has 32 bytes. */
    public static Cosigner ofSeed(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return new Cosigner(name, seed);
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Over a checkpoint's text, at a time in seconds since 1970. */
    public NoteSignature cosign(String text, long posixSeconds) {
        SignedNote.requireText(text);
        return NoteSignature.of(verifierKey, Cosignature.sign(seed, text, posixSeconds));
    }

    @Override
    public String toString() {
        return "cosigner of " + verifierKey;
    }
}
