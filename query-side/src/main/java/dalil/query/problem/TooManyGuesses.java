package dalil.query.problem;

/** More wrong codes were asked for than are answered at once: answered 429 with {@code Retry-After}, a right code as well. */
public final class TooManyGuesses extends RuntimeException {

    private final long seconds;

    /** @param seconds after which one more is answered */
    public TooManyGuesses(long seconds) {
        super("too many codes were tried that no report has; wait a little", null, false, false);
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }
}
