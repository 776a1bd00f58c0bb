package dalil.query.question;

import java.util.LinkedHashMap;
import java.util.Map;

/** What tallies and the timeline can be asked with, in words for the list of all calls. */
public final class Parameters {

    private Parameters() {}

    /** Every filter with what it takes: the dimensions first, then the others. */
    public static Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("of", "incidents (if absent), force-uses or casualties");
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        Dimension.of(Unit.INCIDENTS).forEach(dimension -> dimensions.put(dimension.name(), dimension));
        Dimension.of(Unit.CASUALTIES).forEach(dimension -> dimensions.putIfAbsent(dimension.name(), dimension));
        for (Dimension dimension : dimensions.values()) {
            String takes = dimension.list() == null ? "" : "words of the list " + dimension.list() + "; ";
            filters.put(
                    dimension.name(), "a dimension: " + takes + "a comma means any of, a repeated parameter all of");
        }
        filters.put(
                Counting.COUNT,
                "of casualties: persons-by-worst-outcome (if absent), persons-ever, or persons-at with a day");
        filters.put(Counting.AT, "with count=persons-at: the day, such as 2020-10-07");
        filters.put("from", "first day, such as 2020-10-05");
        filters.put("to", "last day");
        filters.put("place", "a path from the top such as US/Oregon, or a name at any level");
        filters.put("near", "lat,lon,km; places known exactly are never found");
        filters.put("listedBy", "name of a dataset: what its publisher listed at that index");
        filters.put("q", "words in titles and labels");
        filters.put("asOf", "a ledger index or an instant: the state after it");
        filters.put("atLeast", "a ledger index: waits up to 5 s until the answer reflects it");
        return filters;
    }

    /** What else the timeline takes. */
    public static Map<String, String> ofTimelines() {
        return Map.of(
                "limit", "entries of a page, at most 1000",
                "cursor", "the next of the page before; keeps its index",
                "format", "json, csv, geojson, timelinejs or parquet",
                "with", "with format=timelinejs: figures, outcomes");
    }

    /** What else tallies take. */
    public static Map<String, String> ofTallies() {
        return Map.of(
                "by", "dimensions to break down by, at most four, separated by commas",
                "format", "json, csv or parquet");
    }
}
