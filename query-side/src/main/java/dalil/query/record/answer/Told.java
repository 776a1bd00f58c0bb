package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value and what stands behind it.
 *
 * @param value the value in its wire shape; null where it was erased
 * @param index ledger index of the fact that set it
 * @param claim id of the claim; null where no claim stands behind it
 * @param source UUID of the source that says so; null where nobody outside did
 * @param beside what else is known of it, such as {@code reported}, {@code disputedBy} or {@code erased}
 */
@JsonPropertyOrder({"value", "index", "claim", "source"})
record Told(
        @Nullable Object value,
        long index,
        @Nullable String claim,
        @Nullable String source,
        @JsonAnyGetter Map<String, @Nullable Object> beside) {

    /** What the register itself concluded or was told, without a claim. */
    static Told byFact(@Nullable Object value, long index) {
        return new Told(value, index, null, null, Map.of());
    }

    static Told ofClaim(Shown value, long index, String claim, @Nullable String source) {
        return new Told(value.value(), index, claim, source, value.beside());
    }

    /** The same with one more member beside the value; a null member is left out. */
    Told with(String name, @Nullable Object member) {
        if (member == null) {
            return this;
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(beside);
        more.put(name, member);
        return new Told(value, index, claim, source, more);
    }

    /** The same, said by a source. */
    Told from(@Nullable String source) {
        return new Told(value, index, claim, source, beside);
    }
}
