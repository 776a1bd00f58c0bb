package dalil.command.rule;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the domain with a name of its own.
 *
 * @param code the stable code of a refusal under this rule
 * @param broken when it is broken
 * @param pointer the field that it is about; null where it is the command as a whole
 * @param message what is told to whoever breaks it
 * @param <T> what it looks at
 */
public record Rule<T>(
        String code, Predicate<T> broken, @Nullable String pointer, String message) {

    /** About the command as a whole. */
    public Rule(String code, Predicate<T> broken, String message) {
        this(code, broken, null, message);
    }

    /** Refuses what breaks the rule. */
    public void check(T subject) {
        if (broken.test(subject)) {
            throw pointer == null ? Refusal.because(code, message) : Refusal.field(pointer, code, message);
        }
    }
}
