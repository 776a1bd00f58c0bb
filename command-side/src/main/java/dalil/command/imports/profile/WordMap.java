package dalil.command.imports.profile;

import dalil.command.imports.dates.PlainWord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The publisher's words and ours.
 *
 * @param list the vocabulary that the codes are of; null if they are the profile's own
 * @param label whether the publisher's words are kept as label claims
 * @param codes by the publisher's word, as {@link PlainWord} writes it
 */
public record WordMap(
        String name, @Nullable String list, Otherwise otherwise, boolean label, Map<String, String> codes) {

    /** What becomes of a word that is not in the map. */
    public enum Otherwise {
        /** It sets nothing; it is kept as a label. */
        LABEL,
        /** The row is rejected. */
        REJECT,
        /** It says that the publisher's word is there and we do not know ours. */
        UNKNOWN
    }

    public Optional<String> code(String word) {
        return Optional.ofNullable(codes.get(PlainWord.of(word)));
    }
}
