package dalil.query.record.answer;

import dalil.events.dataset.DatasetFact;
import dalil.query.record.answer.HistoryEntry.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A published file that was imported, possibly many times.
 *
 * @param version sequence number of the last fact considered
 * @param attributes as of the last listing; {@code listed} is how many records it lists
 * @param listings every listing, in order; one of many records is told in several parts
 */
record DatasetAnswer(
        String id, String kind, long version, DatasetLinks record, Map<String, Told> attributes, List<Told> listings) {

    /**
     * Where it is read.
     *
     * @param listed what the publisher lists
     */
    record DatasetLinks(String self, String history, String listed) {}

    static DatasetAnswer of(String id, List<RecordedFact> stream) {
        Set<String> listed = new HashSet<>();
        for (RecordedFact fact : stream) {
            listed.addAll(listing(fact).added());
            listing(fact).noLonger().forEach(listed::remove);
        }
        RecordedFact last = stream.get(stream.size() - 1);
        DatasetFact.Listed now = listing(last);
        Map<String, Told> attributes = new LinkedHashMap<>();
        attributes.put("name", Told.byFact(now.dataset(), last.index()));
        attributes.put("asOf", Told.byFact(now.asOf(), last.index()));
        attributes.put("profile", Told.byFact(now.profile(), last.index()));
        attributes.put("listed", Told.byFact(listed.size(), last.index()));
        RecordLinks links = RecordLinks.of("datasets", id);
        return new DatasetAnswer(
                id,
                "dataset",
                last.sequence(),
                new DatasetLinks(links.self(), links.history(), listedBy(now.dataset())),
                attributes,
                stream.stream()
                        .map(fact -> Told.byFact(shown(listing(fact)), fact.index()))
                        .toList());
    }

    /** A comma would end the name. */
    private static String listedBy(String name) {
        String one = name.replace("\\", "\\\\").replace(",", "\\,");
        return "/api/timeline?listedBy=" + URLEncoder.encode(one, StandardCharsets.UTF_8);
    }

    static List<HistoryEntry> history(List<RecordedFact> stream) {
        return stream.stream()
                .map(fact -> HistoryEntry.of(fact, null, List.of(Change.of("listing", null, shown(listing(fact))))))
                .toList();
    }

    private static DatasetFact.Listed listing(RecordedFact fact) {
        return (DatasetFact.Listed) fact.fact();
    }

    /** Ids are counted and not repeated here: there may be ten thousand. */
    private static Map<String, Object> shown(DatasetFact.Listed listing) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dataset", listing.dataset());
        shown.put("asOf", listing.asOf());
        if (listing.version() != null) {
            shown.put("version", listing.version());
        }
        shown.put("profile", listing.profile());
        shown.put("profileSha256", listing.profileSha256());
        shown.put(
                "files",
                listing.files().stream()
                        .map(file -> Map.of("sha256", file.sha256(), "bytes", file.bytes()))
                        .toList());
        shown.put("rows", listing.rows());
        shown.put("rejected", listing.rejected());
        shown.put("added", listing.added().size());
        shown.put("noLonger", listing.noLonger().size());
        shown.put("part", listing.part());
        shown.put("parts", listing.parts());
        return shown;
    }
}
