package dalil.command.claim;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A claim as it is sent.
 *
 * @param id UUID; made if absent
 * @param attribute for example {@code weapon}
 * @param value a word, a text, a number, {@code {"least","greatest"}}, a time, a place, or {@code {"answer":"unknown"}}
 * @param source UUID of a registered source; required
 * @param reported EDTF date on which the source said it, or {@code unknown}; required
 * @param occurred when it happened, for claims that are events themselves
 * @param words the source's own words
 */
public record ClaimForm(
        @Nullable String id,
        @Nullable String attribute,
        @Nullable JsonNode value,
        @Nullable String source,
        @Nullable String reported,
        @Nullable JsonNode occurred,
        @Nullable String words) {}
