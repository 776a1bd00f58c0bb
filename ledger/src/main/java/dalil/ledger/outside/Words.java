package dalil.ledger.outside;

/** What a stranger says, fit for a log line or a health page: short, on one line, printable ASCII. */
public final class Words {

    private static final int MOST_CHARS = 200;

    private Words() {}

    public static String of(String said) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < said.length() && i < MOST_CHARS; i++) {
            char c = said.charAt(i);
            words.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return said.length() > MOST_CHARS ? words.append("...").toString() : words.toString();
    }
}
