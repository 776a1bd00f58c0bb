package dalil.transparency;

/**
 * Bytes that do not have the form their standard gives them. The message says where (byte offset or line) and what was wrong. It
 * is not {@link VerificationException} (well-formed, but proves nothing), nor {@link IllegalArgumentException} (a caller's own
 * mistake).
 */
public final class MalformedException extends RuntimeException {

    private MalformedException(String message) {
        super(Excerpt.of(message));
    }

    public static MalformedException because(String what) {
        return new MalformedException(what);
    }

    /** The offset counts bytes from 0. */
    public static MalformedException atByte(int offset, String what) {
        return new MalformedException("byte " + offset + ": " + what);
    }

    /** Lines count from 1. */
    public static MalformedException atLine(int line, String what) {
        return new MalformedException("line " + line + ": " + what);
    }

    /** The same finding, placed in the line of a larger file. */
    public MalformedException inLine(int line) {
        return in("line " + line);
    }

    /** The same finding, placed in a part of a larger file. */
    public MalformedException in(String part) {
        return new MalformedException(part + ": " + getMessage());
    }
}
