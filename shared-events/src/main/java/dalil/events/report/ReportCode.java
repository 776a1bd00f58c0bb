package dalil.events.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The code under which a person finds their report again: nine digits, said in threes. The first is never zero, since a zero in front
 * gets lost; the last is a check digit (H. M. Damm, 2004) that catches every single wrong digit and every swap of two neighbours.
 */
public record ReportCode(String digits) {

    /** How many codes there are. */
    public static final int COUNT = 90_000_000;

    private static final int FIRST = 10_000_000;
    private static final int LENGTH = 9;
    private static final String WHAT = "dalil report by code\n";

    /** Totally anti-symmetric, zeros on the diagonal: a number with its right check digit ends at 0. */
    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    /** Why a text is no code. */
    public enum Fault {
        /** Not nine digits of which the first is not zero. */
        FORM,
        /** A digit is wrong, or two are swapped. */
        CHECK_DIGIT
    }

    /** A text that is no code. Its message does not repeat it. */
    public static final class NotACode extends RuntimeException {

        private final Fault fault;

        NotACode(Fault fault) {
            super("not a code of a report: " + fault, null, false, false);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** @throws NotACode if these are not nine digits that fit together */
    public ReportCode {
        if (!digits.matches("[1-9][0-9]{" + (LENGTH - 1) + "}")) {
            throw new NotACode(Fault.FORM);
        }
        if (checked(digits) != 0) {
            throw new NotACode(Fault.CHECK_DIGIT);
        }
    }

    /** The code of a number from 0 to {@link #COUNT} − 1. */
    public static ReportCode numbered(int number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("there are " + COUNT + " codes");
        }
        String digits = Integer.toString(FIRST + number);
        return new ReportCode(digits + checked(digits));
    }

    /**
     * The code as somebody wrote down what was said: spaces, hyphens, dots and the like between the digits do not matter.
     *
     * @throws NotACode if it is none
     */
    public static ReportCode said(String text) {
        if (text.length() > 10 * LENGTH) {
            throw new NotACode(Fault.FORM);
        }
        return new ReportCode(text.replaceAll("[\\s\\p{Z}\\p{Pd}.,/]", ""));
    }

    /** In the three groups in which it is said: {@code 572 401 936}. */
    public String grouped() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /**
     * The id of its report: the code finds the report without any index, and nobody who lacks the secret finds the code from the id by
     * trying all of them.
     *
     * @param keyed a hash under the register's own secret, at least 16 bytes
     */
    public UUID id(UnaryOperator<byte[]> keyed) {
        ByteBuffer hash = ByteBuffer.wrap(keyed.apply((WHAT + digits).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L; // version 8 of RFC 9562: by a rule of our own
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static int checked(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state].charAt(digits.charAt(i) - '0') - '0';
        }
        return state;
    }

    /** Who knows the code can ask for the report: it does not belong in a log. */
    @Override
    public String toString() {
        return "‹code›";
    }
}
