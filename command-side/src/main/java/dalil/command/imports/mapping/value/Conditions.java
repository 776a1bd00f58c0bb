package dalil.command.imports.mapping.value;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.profile.Condition;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold for a row. */
public final class Conditions {

    private Conditions() {}

    /** No condition always holds. */
    public static boolean holds(@Nullable Condition condition, Scope scope) {
        if (condition == null) {
            return true;
        }
        if (condition instanceof Condition.Is is) {
            return Values.raw(is.value(), scope).stream().map(PlainWord::of).anyMatch(is.words()::contains);
        }
        if (condition instanceof Condition.Like like) {
            return Values.raw(like.value(), scope).stream()
                    .anyMatch(text -> like.patterns().stream().anyMatch(pattern -> pattern.matches(text)));
        }
        if (condition instanceof Condition.In in) {
            return Values.raw(in.value(), scope).stream()
                    .anyMatch(word -> in.words().code(word).isPresent());
        }
        if (condition instanceof Condition.Present present) {
            return !Values.raw(present.value(), scope).isEmpty();
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), scope);
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(one -> holds(one, scope));
        }
        return ((Condition.Any) condition).conditions().stream().anyMatch(one -> holds(one, scope));
    }
}
