package dalil.transparency.tile;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import java.util.regex.Pattern;

/** The end of every tile path, {@code <N>[.p/<W>]}: which tile of its level, and how many of its 256 places are filled. */
record Position(long index, int width) {

    static final int FULL_WIDTH = 256;

    // 2^63-1 has seven groups of three digits.
    private static final Pattern ELEMENTS = Pattern.compile("(x[0-9]{3}/){0,6}[0-9]{3}");
    private static final String PARTIAL = ".p/";

    // The longest path there is has 52.
    private static final int MOST_CHARS = 64;

    Position {
        if (index < 0) {
            throw new IllegalArgumentException("no tile of index " + index);
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile of width " + width);
        }
    }

    /** 1234067 → {@code x001/x234/067}, with {@code .p/<W>} behind where partial. */
    String format() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            path.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        return width == FULL_WIDTH ? path.toString() : path + PARTIAL + width;
    }

    /** Looked at before anything else of a whole path. */
    static void requireShort(String path) {
        if (path.length() > MOST_CHARS) {
            throw MalformedException.because("a tile path has at most " + MOST_CHARS + " characters");
        }
    }

    static Position parse(String path) {
        int partial = path.indexOf(PARTIAL);
        return partial < 0
                ? new Position(parseIndex(path), FULL_WIDTH)
                : new Position(
                        parseIndex(path.substring(0, partial)), parseWidth(path.substring(partial + PARTIAL.length())));
    }

    private static long parseIndex(String elements) {
        if (!ELEMENTS.matcher(elements).matches()) {
            throw MalformedException.because("not a tile index: " + elements);
        }
        // The first element may be 000 only where it is the last too.
        if (elements.startsWith("x000/")) {
            throw MalformedException.because("leading zeros in a tile index: " + elements);
        }
        try {
            return Long.parseLong(elements.replace("x", "").replace("/", ""));
        } catch (NumberFormatException tooLarge) {
            throw MalformedException.because("tile index above 2^63-1: " + elements);
        }
    }

    private static int parseWidth(String text) {
        long width = StrictDecimal.parse(text);
        if (width < 1 || width >= FULL_WIDTH) {
            throw MalformedException.because("a partial tile is 1 to 255 wide, not " + width);
        }
        return (int) width;
    }
}
