package dalil.query.question;

import dalil.query.problem.BadQuestion;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is counted. */
public enum Unit {
    INCIDENTS("incidents", "incident", "force_use"),
    FORCE_USES("force-uses", "incident", "force_use"),
    /** People: one by one, and in groups. */
    CASUALTIES("casualties", "casualty", "injury");

    private final String word;
    private final String table;
    private final String parts;

    Unit(String word, String table, String parts) {
        this.word = word;
        this.table = table;
        this.parts = parts;
    }

    /** As on the wire. */
    public String word() {
        return word;
    }

    /** The table of whole records; its name is also the column by which parts name theirs. */
    String table() {
        return table;
    }

    /** The table of their parts. */
    String parts() {
        return parts;
    }

    /** Whether it is the parts that are counted. */
    public boolean isPart() {
        return this == FORCE_USES;
    }

    /** How many a row reports. */
    String reported() {
        return this == CASUALTIES ? "CAST(coalesce(sum(greatest), 0) AS BIGINT)" : "count(*)";
    }

    /** How many a row corroborates, where {@code condition} holds. */
    String corroborated(String condition) {
        return this == CASUALTIES
                ? "CAST(coalesce(sum(reviewed) FILTER (WHERE " + condition + "), 0) AS BIGINT)"
                : "count(*) FILTER (WHERE " + condition + ")";
    }

    /** What a row must carry to be counted, with a comma before it. */
    String weights(String from) {
        return this == CASUALTIES ? ", " + from + "reviewed, " + from + "greatest" : "";
    }

    /** The same out of several rows of one unit. */
    String anyWeights() {
        return this == CASUALTIES ? ", any_value(reviewed) AS reviewed, any_value(greatest) AS greatest" : "";
    }

    /** How many one unit reports that stands in several rows. */
    String reportedOnce() {
        return this == CASUALTIES ? "any_value(greatest)" : "1";
    }

    /** How many one unit corroborates that stands in several rows. */
    String corroboratedOnce() {
        return this == CASUALTIES
                ? "CASE WHEN bool_or(sure) THEN any_value(reviewed) ELSE 0 END"
                : "bool_or(sure)::BIGINT";
    }

    static Unit of(String word) {
        for (Unit unit : values()) {
            if (unit.word.equals(word)) {
                return unit;
            }
        }
        throw new BadQuestion(
                "of",
                "unknown-word",
                "of is one of " + Arrays.stream(values()).map(Unit::word).collect(Collectors.joining(", ")));
    }
}
