package dalil.command.rule;

import java.util.function.Predicate;

/**
 * A rule of the domain with a name of its own.
 *
 * @param code the stable code of a refusal under this rule
 * @param broken when it is broken
 * @param message what is told to whoever breaks it
 * @param <T> what it looks at
 */
public record Rule<T>(String code, Predicate<T> broken, String message) {

    /** Refuses what breaks the rule. */
    public void check(T subject) {
        if (broken.test(subject)) {
            throw Refusal.because(code, message);
        }
    }
}
