package dalil.command.imports.dates;

import java.util.Locale;

/** Words as they are compared. */
public final class PlainWord {

    private PlainWord() {}

    /** A word without what does not matter: capitals, and how many spaces there are. */
    public static String of(String word) {
        return word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
