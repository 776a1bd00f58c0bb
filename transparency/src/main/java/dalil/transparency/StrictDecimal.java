package dalil.transparency;

/** Sizes, indexes and widths as every C2SP format writes them: ASCII digits without leading zeros, at most 2^63-1. */
public final class StrictDecimal {

    private static final int MOST_DIGITS = 19;

    private StrictDecimal() {}

    /** Throws {@link MalformedException} unless {@link Long#toString} of the answer gives the same text back. */
    public static long parse(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw MalformedException.because("not a decimal number of 1 to " + MOST_DIGITS + " digits");
        }
        if (text.length() > 1 && text.charAt(0) == '0') {
            throw MalformedException.because("leading zero");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw MalformedException.because("above 2^63-1");
        }
    }
}
