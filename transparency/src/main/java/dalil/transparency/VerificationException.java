package dalil.transparency;

/** Well-formed evidence that does not prove what it claims. A mismatch names both hashes. */
public final class VerificationException extends RuntimeException {

    public VerificationException(String message) {
        super(Excerpt.of(message));
    }
}
