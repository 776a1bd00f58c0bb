package dalil.transparency;

/** Messages quote what they refuse, which a stranger wrote and may be a megabyte long. */
final class Excerpt {

    private static final int MOST_CHARS = 500;

    private Excerpt() {}

    static String of(String message) {
        return message.length() <= MOST_CHARS ? message : message.substring(0, MOST_CHARS) + "\u2026";
    }
}
