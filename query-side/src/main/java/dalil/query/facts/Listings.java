package dalil.query.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch does to the listings of datasets. */
final class Listings {

    /** A dataset's mention of an incident. */
    record Mention(int dataset, String incident) {}

    /** A mention while it stood. */
    record Listing(Mention mention, long from, long to) {}

    private final List<Listing> ended = new ArrayList<>();
    private final Map<Mention, Long> open = new LinkedHashMap<>();
    private final Map<Mention, Long> endedBefore = new LinkedHashMap<>();

    void list(Mention mention, long index) {
        open.putIfAbsent(mention, index);
    }

    void end(Mention mention, long index) {
        Long from = open.remove(mention);
        if (from == null) {
            endedBefore.put(mention, index);
        } else if (from < index) {
            ended.add(new Listing(mention, from, index));
        }
    }

    List<Listing> rows() {
        List<Listing> rows = new ArrayList<>(ended);
        open.forEach((mention, from) -> rows.add(new Listing(mention, from, Tables.OPEN)));
        return rows;
    }

    Map<Mention, Long> endedBefore() {
        return endedBefore;
    }
}
