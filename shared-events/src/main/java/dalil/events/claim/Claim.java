package dalil.events.claim;

import dalil.events.Protected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement about one attribute, by a dated source.
 *
 * @param id UUID, unique in its record
 * @param attribute a name from {@link Attributes}
 * @param value what is claimed
 * @param source UUID of the source that says so; null where the documenter says it (a title, who used force)
 * @param reported EDTF date: when the source said it; null if not known
 * @param occurred when what is claimed happened, for claims that are events themselves; null otherwise
 * @param words the source's own words; null if not kept
 * @param dataset UUID of the dataset that brought the claim; null if a person entered it
 */
public record Claim(
        String id,
        String attribute,
        ClaimValue value,
        @Nullable String source,
        @Nullable String reported,
        @Nullable Occurred occurred,
        @Nullable Protected<String> words,
        @Nullable String dataset) {

    /** The same claim with the value that should have been entered. */
    public Claim withValue(ClaimValue right) {
        return new Claim(id, attribute, right, source, reported, occurred, words, dataset);
    }

    /** Whether the other claim says the same thing, whatever its id and the date on which it was said. */
    public boolean saysTheSameAs(Claim other) {
        return attribute.equals(other.attribute)
                && value.equals(other.value)
                && Objects.equals(source, other.source)
                && Objects.equals(occurred, other.occurred)
                && Objects.equals(words, other.words);
    }
}
