package dalil.query.record.answer;

import dalil.query.record.answer.RecordReader.Found;
import java.util.List;

/**
 * Every fact of a record, in order, as the reader's own entries.
 *
 * @param version sequence number of the last fact considered
 * @param record address of the record itself
 */
record HistoryAnswer(String id, String kind, long version, String record, List<HistoryEntry> history) {

    static HistoryAnswer of(String kind, String plural, Found found, List<HistoryEntry> history) {
        return new HistoryAnswer(
                found.id(),
                kind,
                found.facts().get(found.facts().size() - 1).sequence(),
                RecordLinks.of(plural, found.id()).self(),
                history);
    }
}
