package dalil.query.timeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a timeline.
 *
 * @param index ledger index of the last fact that it reflects, the same on every page
 * @param filters as they were given
 * @param unit what is listed
 * @param next cursor of the next page; null on the last
 */
public record Timeline(
        long index,
        Map<String, List<String>> filters,
        String unit,
        List<TimelineEntry> entries,
        @Nullable String next) {}
