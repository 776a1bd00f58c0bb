package dalil.transparency.note;

import dalil.transparency.MalformedException;
import java.util.HexFormat;

/** The signature types of signed-note that are read here; both have 32-byte Ed25519 public keys. */
public enum KeyType {
    /** A signature over the note's text. */
    ED25519(0x01),
    /** A witness's signature over the text and the time it saw it. */
    COSIGNATURE(0x04);

    private final byte identifier;

    KeyType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    static KeyType of(byte identifier) {
        for (KeyType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw MalformedException.because("key type 0x" + HexFormat.of().toHexDigits(identifier) + " is not supported");
    }
}
