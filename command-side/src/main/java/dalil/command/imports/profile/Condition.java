package dalil.command.imports.profile;

import dalil.command.imports.dates.PlainWord;
import java.util.List;
import java.util.Set;

/** Whether something is to be done for a row. A column with several values fulfils a condition if one of them does. */
public sealed interface Condition {

    /** @param words as {@link PlainWord} writes them */
    record Is(Value.OfColumn value, Set<String> words) implements Condition {}

    record Like(Value.OfColumn value, List<Glob> patterns) implements Condition {}

    record In(Value.OfColumn value, WordMap words) implements Condition {}

    record Present(Value.OfColumn value) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}
}
