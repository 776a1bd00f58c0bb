package dalil.command.imports.yaml;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.Condition;
import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions: a test of one column, or {@code all}, {@code any} and {@code not} of others. */
final class ConditionParser {

    private static final List<String> TESTS = List.of("is", "isNot", "like", "notLike", "in", "notIn", "present");

    private final Names names;
    private final ValueParser values;

    ConditionParser(Names names, List<String> items) {
        this.names = names;
        this.values = new ValueParser(names, items);
    }

    Condition condition(Entry entry) {
        if (entry.isList()) {
            return new Condition.All(conditions(entry));
        }
        Section section = entry.section();
        if (section.has("all")) {
            return new Condition.All(conditions(section.only("all").need("all", "")));
        }
        if (section.has("any")) {
            return new Condition.Any(conditions(section.only("any").need("any", "")));
        }
        if (section.has("not")) {
            return new Condition.Not(condition(section.only("not").need("not", "")));
        }
        section.only("column", "split", "take", "null", "is", "isNot", "like", "notLike", "in", "notIn", "present");
        List<String> tests = TESTS.stream().filter(section::has).toList();
        if (tests.size() != 1) {
            throw section.wrong("a column and exactly one of " + String.join(", ", TESTS)
                    + " was expected, or all, any or not of other conditions");
        }
        return test(values.column(section), tests.get(0), section.need(tests.get(0), ""));
    }

    private List<Condition> conditions(Entry entry) {
        return entry.list().stream().map(this::condition).toList();
    }

    private Condition test(Value.OfColumn value, String test, Entry what) {
        return switch (test) {
            case "is" -> new Condition.Is(value, words(what));
            case "isNot" -> new Condition.Not(new Condition.Is(value, words(what)));
            case "like" -> new Condition.Like(value, globs(what));
            case "notLike" -> new Condition.Not(new Condition.Like(value, globs(what)));
            case "in" -> new Condition.In(value, names.vocabulary(what));
            case "notIn" -> new Condition.Not(new Condition.In(value, names.vocabulary(what)));
            default -> {
                Condition present = new Condition.Present(value);
                yield what.yesOrNo() ? present : new Condition.Not(present);
            }
        };
    }

    private static Set<String> words(Entry what) {
        return what.texts().stream().map(PlainWord::of).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Glob> globs(Entry what) {
        return what.texts().stream().map(Glob::new).toList();
    }
}
