package dalil.command.imports.dates;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern such as <code>(Believed to be) {monthname} {day}{ordinal}, {year}</code>: what stands in braces is read, the rest must be
 * there. Capitals and the number of spaces do not matter.
 */
final class WrittenPattern {

    private static final int LONGEST = 200;
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("year", "[0-9]{4}"),
            Map.entry("19yy", "[0-9]{2}"),
            Map.entry("20yy", "[0-9]{2}"),
            Map.entry("month", "[0-9]{1,2}"),
            Map.entry("monthname", "\\p{L}+\\.?"),
            Map.entry("day", "[0-9]{1,2}"),
            Map.entry("ordinal", "(?:st|nd|rd|th)?"),
            Map.entry("hour", "[0-9]{1,2}"),
            Map.entry("minute", "[0-9]{2}"),
            Map.entry("second", "[0-9]{2}(?:[.,][0-9]+)?"),
            Map.entry("ampm", "[ap]\\.?m\\.?"),
            Map.entry("any", ".*?"));
    private static final Set<String> NOT_KEPT = Set.of("ordinal", "second", "any");

    private final Pattern regex;
    private final Set<String> tokens;

    private WrittenPattern(Pattern regex, Set<String> tokens) {
        this.regex = regex;
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException saying what was expected */
    static WrittenPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        Set<String> tokens = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            regex.append(literal(text.substring(end, token.start())));
            regex.append(group(token.group(1), tokens));
            end = token.end();
        }
        regex.append(literal(text.substring(end)));
        return new WrittenPattern(
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), tokens);
    }

    private static String group(String token, Set<String> tokens) {
        boolean second = token.endsWith("2") && FORMS.containsKey(token.substring(0, token.length() - 1));
        String form = FORMS.get(second ? token.substring(0, token.length() - 1) : token);
        if (form == null) {
            throw new IllegalArgumentException("{" + token + "} is none of the tokens {year}, {19yy}, {20yy}, {month},"
                    + " {monthname}, {day}, {ordinal}, {hour}, {minute}, {second}, {ampm}, {any}");
        }
        if (NOT_KEPT.contains(second ? token.substring(0, token.length() - 1) : token)) {
            return "(?:" + form + ")";
        }
        if (!tokens.add(token)) {
            throw new IllegalArgumentException(
                    "{" + token + "} stands twice; the end of an interval is {" + token + "2}");
        }
        return "(?<" + groupName(token) + ">" + form + ")";
    }

    private static String groupName(String token) {
        return "t" + token;
    }

    private static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                regex.append(Pattern.quote(String.valueOf(c)));
            } else if (i == 0 || !Character.isWhitespace(text.charAt(i - 1))) {
                regex.append("\\s+");
            }
        }
        return regex.toString();
    }

    Set<String> tokens() {
        return tokens;
    }

    /** What stands at the tokens; nothing if the text is not of this pattern. */
    Optional<Parts> read(String text) {
        Matcher matcher = regex.matcher(text.strip());
        return text.length() <= LONGEST && matcher.matches() ? Optional.of(new Parts(this, matcher)) : Optional.empty();
    }

    /** A text that was of the pattern. */
    record Parts(WrittenPattern pattern, Matcher matcher) {

        @Nullable String at(String token) {
            return pattern.tokens.contains(token) ? matcher.group(groupName(token)) : null;
        }
    }
}
