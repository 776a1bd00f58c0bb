package dalil.ledger.timestamp;

import dalil.ledger.outside.Words;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;

/**
 * Runs what reads strangers' ASN.1. The reader throws its own exceptions, unchecked ones for what it did not expect, and runs out of
 * stack on what is nested deep; each of them only says that the bytes are no good.
 */
final class Asn1 {

    private Asn1() {}

    /** What is read. */
    interface Reading<T> {
        T read() throws Exception;
    }

    /** What is checked. */
    interface Checking {
        void check() throws Exception;
    }

    /** Throws {@link MalformedException}. */
    static <T> T reading(String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (MalformedException told) {
            throw told;
        } catch (StackOverflowError deep) {
            throw MalformedException.because("not " + what + ": nested too deep");
        } catch (Exception malformed) {
            throw MalformedException.because("not " + what + ": " + said(malformed));
        }
    }

    /** Throws {@link VerificationException}. */
    static void verifying(String what, Checking checking) {
        try {
            checking.check();
        } catch (VerificationException told) {
            throw told;
        } catch (StackOverflowError deep) {
            throw new VerificationException(what + " is nested too deep");
        } catch (Exception failed) {
            throw new VerificationException(what + ": " + said(failed));
        }
    }

    private static String said(Exception failed) {
        return Words.of(failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
    }
}
