package dalil.command.imports.dates;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pattern such as <code>(Believed to be) {monthname} {day}{ordinal}, {year}</code>: what stands in braces is read, the rest must be
 * there. Capitals and the number of spaces do not matter.
 */
public final class WrittenPattern {

    private static final int LONGEST = 200;
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

    /** Of dates and hours. */
    private static final Tokens OF_TIMES = new Tokens(
            Map.ofEntries(
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
                    Map.entry("any", ".*?")),
            Set.of("ordinal", "second", "any"),
            true);

    /**
     * What may stand in braces.
     *
     * @param forms of each token the regular expression
     * @param notKept tokens that may stand more than once and are not read
     * @param pairs whether a {@code 2} after a token makes it that of a second one
     */
    public record Tokens(Map<String, String> forms, Set<String> notKept, boolean pairs) {

        private String names() {
            return forms.keySet().stream()
                    .sorted()
                    .map(name -> "{" + name + "}")
                    .collect(Collectors.joining(", "));
        }
    }

    private final Pattern regex;
    private final Set<String> tokens;

    private WrittenPattern(Pattern regex, Set<String> tokens) {
        this.regex = regex;
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException saying what was expected */
    static WrittenPattern of(String text) {
        return of(text, OF_TIMES);
    }

    /** @throws IllegalArgumentException saying what was expected */
    public static WrittenPattern of(String text, Tokens allowed) {
        StringBuilder regex = new StringBuilder();
        Set<String> tokens = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            regex.append(literal(text.substring(end, token.start())));
            regex.append(group(token.group(1), allowed, tokens));
            end = token.end();
        }
        regex.append(literal(text.substring(end)));
        return new WrittenPattern(
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), tokens);
    }

    private static String group(String token, Tokens allowed, Set<String> tokens) {
        String first = token.substring(0, Math.max(0, token.length() - 1));
        boolean second =
                allowed.pairs() && token.endsWith("2") && allowed.forms().containsKey(first);
        String form = allowed.forms().get(second ? first : token);
        if (form == null) {
            throw new IllegalArgumentException("{" + token + "} is none of the tokens " + allowed.names());
        }
        if (allowed.notKept().contains(second ? first : token)) {
            return "(?:" + form + ")";
        }
        if (!tokens.add(token)) {
            throw new IllegalArgumentException("{" + token + "} stands twice"
                    + (allowed.pairs() ? "; the end of an interval is {" + token + "2}" : ""));
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

    public Set<String> tokens() {
        return tokens;
    }

    /** What stands at the tokens; nothing if the text is not of this pattern. */
    public Optional<Parts> read(String text) {
        Matcher matcher = regex.matcher(text.strip());
        return text.length() <= LONGEST && matcher.matches() ? Optional.of(new Parts(this, matcher)) : Optional.empty();
    }

    /** A text that was of the pattern. */
    public record Parts(WrittenPattern pattern, Matcher matcher) {

        public @Nullable String at(String token) {
            return pattern.tokens.contains(token) ? matcher.group(groupName(token)) : null;
        }
    }
}
