package dalil.transparency.note;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** A public key with its name: the vkey of signed-note, {@code <name>+<hex8 key ID>+<base64(type ‖ public key)>}. */
public final class VerifierKey {

    private static final HexFormat HEX = HexFormat.of();

    private final String name;
    private final KeyType type;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    VerifierKey(String name, KeyType type, byte[] raw) {
        if (!KeyName.isValid(name)) {
            throw MalformedException.because("not a key name: " + name);
        }
        this.name = name;
        this.type = type;
        this.raw = raw.clone();
        this.keyId = KeyName.keyId(name, type, raw);
        this.key = Ed25519.publicKey(raw);
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    public int keyId() {
        return keyId;
    }

    /** The 32 bytes of RFC 8032, which tell two keys apart whatever their names. */
    public byte[] publicKey() {
        return raw.clone();
    }

    public String format() {
        return name + "+" + HEX.toHexDigits(keyId) + "+" + keyText(type, raw);
    }

    /** The inverse of {@link #format}, or {@link MalformedException}; the key ID must be the one the name and key give. */
    public static VerifierKey parse(String vkey) {
        KeyText text = KeyText.parse(vkey);
        VerifierKey key = new VerifierKey(text.name(), text.type(), text.material());
        key.requireKeyId(text.keyId());
        return key;
    }

    void requireKeyId(String written) {
        String computed = HEX.toHexDigits(keyId);
        if (!computed.equals(written)) {
            throw MalformedException.because("key ID " + written + " is not this key's, which is " + computed);
        }
    }

    static String keyText(KeyType type, byte[] material) {
        byte[] bytes = ByteBuffer.allocate(1 + material.length)
                .put(type.identifier())
                .put(material)
                .array();
        return StrictBase64.format(bytes);
    }

    boolean verifies(String text, NoteSignature line) {
        byte[] signature = line.signature();
        if (type == KeyType.ED25519) {
            return Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
        }
        return Cosignature.verifies(key, text, signature);
    }

    /** When a cosigner says it saw the text; nothing for a plain signature. */
    OptionalLong posixSeconds(NoteSignature line) {
        return type == KeyType.COSIGNATURE
                ? OptionalLong.of(Cosignature.posixSeconds(line.signature()))
                : OptionalLong.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + keyId;
    }

    @Override
    public String toString() {
        return format();
    }
}
