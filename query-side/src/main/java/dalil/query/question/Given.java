package dalil.query.question;

import java.util.ArrayList;
import java.util.List;

/**
 * One parameter as it was given.
 *
 * @param name its name, after an alias was replaced
 * @param value its text
 */
record Given(String name, String value) {

    /** The values between commas. A backslash keeps the character behind it, and stays. */
    List<String> anyOf() {
        List<String> values = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                one.append(c).append(value.charAt(++i));
            } else if (c == ',') {
                values.add(one.toString());
                one.setLength(0);
            } else {
                one.append(c);
            }
        }
        values.add(one.toString());
        return values;
    }

    /** A word so that it stays one value. */
    static String escaped(String word) {
        return word.replace("\\", "\\\\").replace(",", "\\,");
    }

    /** The word that was escaped. */
    static String plain(String escaped) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            word.append(c == '\\' && i + 1 < escaped.length() ? escaped.charAt(++i) : c);
        }
        return word.toString();
    }
}
