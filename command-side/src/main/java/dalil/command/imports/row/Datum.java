package dalil.command.imports.row;

import java.util.List;
import java.util.Map;

/**
 * A part of a row. What a file leaves out is not there at all, what it calls null is empty. It has no readable {@code toString}: it may hold what
 * must not get into a log.
 */
public sealed interface Datum {

    /** A text, a number or a boolean, in the characters of the file. */
    record Scalar(String text) implements Datum {
        @Override
        public String toString() {
            return "a value";
        }
    }

    /** Several, in the order of the file. */
    record Items(List<Datum> items) implements Datum {
        @Override
        public String toString() {
            return "a list of " + items.size();
        }
    }

    /** Named parts. A row is always one of these. */
    record Fields(Map<String, Datum> byName) implements Datum {
        @Override
        public String toString() {
            return "fields " + byName.keySet();
        }
    }
}
