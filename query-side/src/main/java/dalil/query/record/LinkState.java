package dalil.query.record;

import org.jspecify.annotations.Nullable;

/**
 * A link to another record.
 *
 * @param relation a code of the list of links of the record's kind
 * @param to the stream of the other record
 * @param part UUID of the part that is meant; null for the record itself
 * @param source UUID of the source that says so; null where the documenter does
 * @param mark what recorded it
 */
public record LinkState(
        String relation,
        String to,
        @Nullable String part,
        @Nullable String source,
        Mark mark) {}
