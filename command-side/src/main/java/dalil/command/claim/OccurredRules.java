package dalil.command.claim;

import dalil.command.rule.FieldError;
import dalil.events.claim.Occurred;
import dalil.events.time.TimeOfDay;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a claimed time. Pointers are relative to it. */
final class OccurredRules {

    private OccurredRules() {}

    static List<FieldError> errors(Occurred occurred) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.dateErrors("/date", occurred.date()));
        Occurred.Hours hours = occurred.timeOfDay();
        if (hours != null) {
            try {
                new TimeOfDay(hours.from(), hours.to(), hours.about());
            } catch (IllegalArgumentException wrong) {
                errors.add(new FieldError("/timeOfDay", "impossible-time", String.valueOf(wrong.getMessage())));
            }
        }
        if (occurred.words() != null) {
            occurred.words().value().ifPresent(words -> errors.addAll(Texts.body("/words", words, Texts.MAX_NOTE)));
        }
        return errors;
    }
}
