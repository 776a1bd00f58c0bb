package dalil.transparency.json;

/** The short escapes of RFC 8785 §3.2.2.2 for control characters; 0 or -1 where there is none. */
final class Escapes {

    private Escapes() {}

    static int letterOf(int control) {
        return switch (control) {
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    static int controlOf(int letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> -1;
        };
    }
}
