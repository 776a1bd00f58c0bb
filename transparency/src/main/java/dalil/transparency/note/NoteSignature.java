package dalil.transparency.note;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One line under a note, {@code — <name> <base64>}; says nothing of whether it verifies. The payload is a 4-byte key ID and the
 * signature, kept in the base64 it came in.
 */
public record NoteSignature(String name, String payload) {

    private static final String LEAD = "\u2014 ";

    // One byte of signature at least (golang/mod note).
    private static final int SHORTEST = Integer.BYTES + 1;

    public NoteSignature {
        if (!KeyName.isValid(name)) {
            throw MalformedException.because("not a key name: " + name);
        }
        if (StrictBase64.parse(payload).length < SHORTEST) {
            throw MalformedException.because("a signature has a 4-byte key ID and more");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] payload = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(key.keyId())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), StrictBase64.format(payload));
    }

    public int keyId() {
        return ByteBuffer.wrap(StrictBase64.parse(payload)).getInt();
    }

    public byte[] signature() {
        byte[] bytes = StrictBase64.parse(payload);
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    /** Whether it claims to be by a key, going by name and key ID alone. */
    public boolean isBy(VerifierKey key) {
        return name.equals(key.name()) && keyId() == key.keyId();
    }

    /** The line without its newline. */
    public String format() {
        return LEAD + name + " " + payload;
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', LEAD.length());
        if (!line.startsWith(LEAD) || space < 0) {
            throw MalformedException.because("not a signature line");
        }
        return new NoteSignature(line.substring(LEAD.length(), space), line.substring(space + 1));
    }
}
