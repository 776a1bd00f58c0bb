package dalil.command.report.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed and ticked, and what is wrong with it.
 *
 * @param values by field
 * @param errors keys of messages, by field, in the order of the page
 */
record Typed(Map<String, String> values, Map<String, String> errors) {

    static Typed nothing() {
        return new Typed(Map.of(), Map.of());
    }

    static Typed of(Map<String, String> values) {
        return new Typed(values, Map.of());
    }

    /** The same with what is wrong, whatever was wrong before. */
    Typed with(Map<String, String> wrong) {
        return new Typed(values, new LinkedHashMap<>(wrong));
    }

    /** Empty where nothing was typed. */
    String value(String field) {
        return values.getOrDefault(field, "");
    }

    boolean isEmpty(String field) {
        return value(field).isBlank();
    }

    boolean is(String field, String value) {
        return value(field).equals(value);
    }
}
