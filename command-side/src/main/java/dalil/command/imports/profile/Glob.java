package dalil.command.imports.profile;

import java.util.List;
import java.util.Locale;

/** A text with {@code *} for anything; capitals do not matter. Matching takes one pass, however many stars there are. */
public record Glob(String text) {

    public boolean matches(String candidate) {
        List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1));
        String rest = candidate.toLowerCase(Locale.ROOT);
        if (parts.size() == 1) {
            return rest.equals(parts.get(0));
        }
        String last = parts.get(parts.size() - 1);
        if (!rest.startsWith(parts.get(0))) {
            return false;
        }
        int at = parts.get(0).length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = rest.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return rest.length() - last.length() >= at && rest.endsWith(last);
    }
}
