package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which units a reader asks for: incidents, uses of force or people harmed, how people are counted, and every filter. */
public final class Question {

    private static final Map<String, String> ALIASES = Map.of("usedBy", "used-by");
    private static final Set<String> OWN = Set.of("of", Counting.COUNT, Counting.AT);
    private static final int MOST_FILTERS = 40;
    private static final int LONGEST_VALUE = 2_000;

    private final Unit unit;
    private final Counting counting;
    private final List<Given> filters;

    private Question(Unit unit, Counting counting, List<Given> filters) {
        this.unit = unit;
        this.counting = counting;
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
        Unit unit = parameters.containsKey("of") ? Unit.of(one("of", parameters.get("of"))) : Unit.INCIDENTS;
        Counting counting = Counting.of(unit, parameters);
        List<Given> filters = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = ALIASES.getOrDefault(parameter.getKey(), parameter.getKey());
            if (OWN.contains(name)) {
                continue;
            }
            if (Dimension.find(unit, name).isPresent() || Conditions.NAMES.contains(name)) {
                parameter.getValue().forEach(value -> filters.add(checked(new Given(name, value))));
            } else if (!others.contains(name)) {
                throw new BadQuestion(parameter.getKey(), "unknown-parameter", "this question has no such parameter");
            }
        }
        if (filters.size() > MOST_FILTERS) {
            throw new BadQuestion(filters.get(MOST_FILTERS).name(), "too-many", "at most " + MOST_FILTERS + " filters");
        }
        return new Question(unit, counting, List.copyOf(filters));
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

    Counting counting() {
        return counting;
    }

    /** What is counted, by its word. */
    public String of() {
        return unit.word();
    }

    /** The day at which people are counted; null where they are not counted at a moment. */
    public @Nullable LocalDate day() {
        return counting.way() == Counting.Way.AT_A_MOMENT ? DayKeys.date(counting.day()) : null;
    }

    /** Whether another question counts the same, however it is written. */
    public boolean isSameAs(Question other) {
        return unit == other.unit
                && counting.equals(other.counting)
                && choices().equals(other.choices());
    }

    private Set<Map.Entry<String, Set<String>>> choices() {
        return filters.stream()
                .map(given -> Map.entry(given.name(), Set.copyOf(given.anyOf())))
                .collect(Collectors.toSet());
    }

    /** How people are counted; null of anything else. */
    public @Nullable String count() {
        return unit == Unit.CASUALTIES ? counting.way().word() : null;
    }

    /** The parameters that say how people are counted, where it is not the usual way. */
    Map<String, String> countedBy() {
        if (unit != Unit.CASUALTIES || counting.way() == Counting.Way.WORST) {
            return Map.of();
        }
        Map<String, String> told = new LinkedHashMap<>();
        told.put(Counting.COUNT, counting.way().word());
        if (counting.way() == Counting.Way.AT_A_MOMENT) {
            told.put(Counting.AT, DayKeys.date(counting.day()).toString());
        }
        return told;
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
