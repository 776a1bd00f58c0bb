package dalil.query.record.answer;

import dalil.query.wire.Standpoint;
import java.time.ZoneId;
import java.util.List;

/** What records are read from: the ledger, seen as streams of facts. */
public interface Streams extends Standpoint.Reflection {

    /** The facts of a stream in order, none from index {@code before} on; empty if there is no such stream. */
    List<RecordedFact> stream(String stream, long before);

    /** In which the days and hours of the case are counted. */
    ZoneId zone();
}
