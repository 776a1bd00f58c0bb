package dalil.query.question;

import dalil.query.problem.BadQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which units a reader asks for: incidents or uses of force, and every filter. */
public final class Question {

    private static final Map<String, String> ALIASES = Map.of("usedBy", "used-by");
    private static final int MOST_FILTERS = 40;
    private static final int LONGEST_VALUE = 2_000;

    private final Unit unit;
    private final List<Given> filters;

    private Question(Unit unit, List<Given> filters) {
        this.unit = unit;
        this.filters = filters;
    }

    /**
     * Reads the parameters of a request.
     *
     * @param parameters every parameter with all its values
     * @param others names that are no filters and are read by somebody else
     * @throws BadQuestion naming the first parameter that nobody knows
     */
    public static Question of(Map<String, List<String>> parameters, Set<String> others) {
        Unit unit = Unit.INCIDENTS;
        List<Given> filters = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = ALIASES.getOrDefault(parameter.getKey(), parameter.getKey());
            if (name.equals("of")) {
                unit = Unit.of(one(name, parameter.getValue()));
            } else if (Dimension.find(name).isPresent() || Conditions.NAMES.contains(name)) {
                parameter.getValue().forEach(value -> filters.add(checked(new Given(name, value))));
            } else if (!others.contains(name)) {
                throw new BadQuestion(parameter.getKey(), "unknown-parameter", "this question has no such parameter");
            }
        }
        if (filters.size() > MOST_FILTERS) {
            throw new BadQuestion(filters.get(MOST_FILTERS).name(), "too-many", "at most " + MOST_FILTERS + " filters");
        }
        return new Question(unit, List.copyOf(filters));
    }

    private static Given checked(Given given) {
        if (given.value().length() > LONGEST_VALUE) {
            throw new BadQuestion(given.name(), "bad-text", "at most " + LONGEST_VALUE + " characters");
        }
        return given;
    }

    /** The only value of a parameter that cannot be repeated. */
    public static String one(String name, List<String> values) {
        if (values.size() != 1) {
            throw new BadQuestion(name, "repeated-parameter", "this parameter is given once");
        }
        return values.get(0);
    }

    public Unit unit() {
        return unit;
    }

    List<Given> givens() {
        return filters;
    }

    /** Every filter with its values, for the answer. */
    public Map<String, List<String>> filters() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        filters.forEach(given ->
                told.computeIfAbsent(given.name(), any -> new ArrayList<>()).add(given.value()));
        return Collections.unmodifiableMap(told);
    }
}
