package dalil.command.imports.profile;

/** A profile that cannot be followed. The message names the line, the place in the profile and what was expected there. */
public final class ProfileException extends RuntimeException {

    private final int line;

    /** @param line counted from 1; 0 where it is the profile as a whole */
    public ProfileException(int line, String place, String message) {
        super((line > 0 ? "line " + line + ", " : "") + (place.isEmpty() ? "the profile" : place) + ": " + message);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
