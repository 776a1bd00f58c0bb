package dalil.command.report;

import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.report.ReportCommand.ChangeConsent;
import dalil.command.rule.FieldError;
import dalil.events.report.ReportFact.ConsentAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with what is said of consent. */
final class ConsentChecks {

    /** At first nothing was there that could be withdrawn or disputed. */
    private static final Set<String> FIRST = Set.of("given", "refused", "not-asked");

    /** Later somebody was asked. */
    private static final Set<String> LATER = Set.of("given", "refused", "withdrawn", "disputed");

    private ConsentChecks() {}

    /** @param at pointer to the list */
    static List<FieldError> atFirst(List<ConsentAnswer> answers, String at) {
        return answers(answers, at, FIRST, "at first consent is given, refused or not-asked");
    }

    /** @param held answer by {@code recipient/element}, as it stands */
    static List<FieldError> changed(ChangeConsent change, Map<String, String> held) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/by", "consent-by", change.by()));
        if (change.answers().isEmpty()) {
            errors.add(new FieldError("/answers", "missing", "at least one answer that changes"));
        }
        errors.addAll(answers(
                change.answers(),
                "/answers",
                LATER,
                "consent is given, refused, withdrawn or disputed, once it was spoken about"));
        for (int i = 0; i < change.answers().size(); i++) {
            ConsentAnswer answer = change.answers().get(i);
            String before = held.getOrDefault(about(answer), "not-asked");
            if (answer.answer().equals(before)) {
                errors.add(new FieldError("/answers/" + i, "changes-nothing", "this is said of it already"));
            } else if (answer.answer().equals("withdrawn") && !before.equals("given") && !before.equals("disputed")) {
                errors.add(new FieldError("/answers/" + i, "not-given", "only what was given can be withdrawn"));
            }
        }
        errors.addAll(Texts.body("/reason", change.reason(), Texts.MAX_NOTE));
        return errors;
    }

    /** What an answer is about. */
    static String about(ConsentAnswer answer) {
        return answer.recipient() + "/" + answer.element();
    }

    private static List<FieldError> answers(
            List<ConsentAnswer> answers, String list, Set<String> allowed, String otherwise) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> spoken = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            ConsentAnswer answer = answers.get(i);
            String at = list + "/" + i;
            errors.addAll(ClaimRules.codeErrors(at + "/recipient", "consent-recipient", answer.recipient()));
            errors.addAll(ClaimRules.codeErrors(at + "/element", "consent-element", answer.element()));
            if (!allowed.contains(answer.answer())) {
                errors.add(new FieldError(at + "/answer", "unknown-word", otherwise));
            }
            if (!spoken.add(about(answer))) {
                errors.add(new FieldError(at, "duplicate", "another answer is about the same recipient and element"));
            }
        }
        return errors;
    }
}
