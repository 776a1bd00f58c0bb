package dalil.query.record;

import dalil.events.Protected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a claim or a record.
 *
 * @param index ledger index of the fact
 * @param actor who recorded it, from the fact's meta; empty if not said
 * @param source UUID of the source on whose behalf; null where the documenter did it
 * @param dataset UUID of the dataset on whose behalf; null if none
 * @param reason null where none was given
 */
public record Mark(
        long index,
        String actor,
        @Nullable String source,
        @Nullable String dataset,
        @Nullable Protected<String> reason) {

    private static final String ACTOR = "actor";

    static Mark of(long index, Map<String, String> meta, @Nullable Protected<String> reason) {
        return new Mark(index, actor(meta), null, null, reason);
    }

    static String actor(Map<String, String> meta) {
        return meta.getOrDefault(ACTOR, "");
    }
}
