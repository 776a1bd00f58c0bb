package dalil.query.question;

import dalil.query.problem.BadQuestion;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is counted. */
public enum Unit {
    INCIDENTS("incidents"),
    FORCE_USES("force-uses");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** As on the wire. */
    public String word() {
        return word;
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
