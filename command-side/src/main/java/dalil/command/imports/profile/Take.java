package dalil.command.imports.profile;

import dalil.command.imports.dates.WrittenPattern;
import dalil.command.imports.dates.WrittenPattern.Tokens;
import java.util.Map;
import java.util.Set;

/** Which part of a text counts. */
public sealed interface Take {

    /** All of it. */
    record Whole() implements Take {}

    /** The host of a web address. */
    record Host() implements Take {}

    /** What stands at <code>{value}</code> of a pattern; nothing where the text is written otherwise. */
    record Part(WrittenPattern pattern) implements Take {

        private static final Tokens TOKENS = new Tokens(Map.of("value", ".+?", "any", ".*?"), Set.of("any"), false);
        private static final String VALUE = "value";

        /** @throws IllegalArgumentException if the pattern names no part, or several */
        public static Part of(String text) {
            WrittenPattern pattern = WrittenPattern.of(text, TOKENS);
            if (!pattern.tokens().contains(VALUE)) {
                throw new IllegalArgumentException("host was expected, which takes the host of a web address,"
                        + " or a pattern such as \"{value} ({any})\"");
            }
            return new Part(pattern);
        }

        public String of(WrittenPattern.Parts parts) {
            return String.valueOf(parts.at(VALUE)).strip();
        }
    }
}
