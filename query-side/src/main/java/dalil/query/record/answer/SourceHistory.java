package dalil.query.record.answer;

import dalil.events.Protected;
import dalil.events.source.SourceFact;
import dalil.query.record.answer.HistoryEntry.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a source's record, fact by fact, with the values before and after. */
final class SourceHistory {

    private @Nullable String reliability;
    private @Nullable String origin;

    private SourceHistory() {}

    /** One entry for each fact, in their order. */
    static List<HistoryEntry> of(List<RecordedFact> stream) {
        SourceHistory history = new SourceHistory();
        return stream.stream()
                .map(recorded -> history.entry(recorded, (SourceFact) recorded.fact()))
                .toList();
    }

    private HistoryEntry entry(RecordedFact recorded, SourceFact fact) {
        if (fact instanceof SourceFact.Registered registered) {
            return HistoryEntry.of(recorded, null, registered(registered));
        }
        if (fact instanceof SourceFact.Rated rated) {
            Change change = Change.of("reliability", reliability, rated.reliability());
            reliability = rated.reliability();
            return HistoryEntry.of(recorded, rated.reason(), List.of(change));
        }
        if (fact instanceof SourceFact.OriginCorrected corrected) {
            Change change = Change.of("origin", origin, corrected.origin());
            origin = corrected.origin();
            return HistoryEntry.of(recorded, corrected.reason(), List.of(change));
        }
        if (fact instanceof SourceFact.IndependenceStated stated) {
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("other", stated.other());
            after.put("basis", stated.basis());
            return HistoryEntry.of(recorded, stated.reason(), List.of(Change.of("independence", null, after)));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private List<Change> registered(SourceFact.Registered first) {
        reliability = first.reliability();
        origin = first.origin();
        List<Change> changes = new ArrayList<>();
        add(changes, "type", first.type());
        add(changes, "connection", first.connection());
        add(changes, "name", first.name());
        add(changes, "url", first.url());
        add(changes, "origin", first.origin());
        add(changes, "reliability", first.reliability());
        add(changes, "dataset", first.dataset());
        return changes;
    }

    private static void add(List<Change> changes, String attribute, @Nullable Object after) {
        if (after instanceof Protected<?> text && text.isErased()) {
            changes.add(new Change(null, null, null, attribute, null, null, null, List.of("after")));
        } else if (after instanceof Protected<?> text) {
            changes.add(Change.of(attribute, null, text.value().orElseThrow()));
        } else if (after != null) {
            changes.add(Change.of(attribute, null, after));
        }
    }
}
