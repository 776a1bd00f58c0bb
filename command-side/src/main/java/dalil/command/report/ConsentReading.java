package dalil.command.report;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.report.ReportCommand.ChangeConsent;
import dalil.command.report.ReportForms.ConsentAnswerForm;
import dalil.command.report.ReportForms.ConsentChangeForm;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.report.ReportFact.ConsentAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What is sent about consent. What it says is checked later. */
final class ConsentReading {

    private ConsentReading() {}

    static ChangeConsent change(String stream, ConsentChangeForm form) {
        List<FieldError> errors = new ArrayList<>();
        List<ConsentAnswer> answers = answers(
                form.answers(), at -> errors.add(new FieldError("/answers/" + at, "missing", "an answer is required")));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return new ChangeConsent(
                stream,
                orEmpty(form.by()),
                Boolean.TRUE.equals(form.limitsExplained()),
                answers,
                orEmpty(form.reason()));
    }

    /** @param missing told the place of each answer that is none */
    static List<ConsentAnswer> answers(@Nullable List<@Nullable ConsentAnswerForm> given, IntConsumer missing) {
        List<ConsentAnswer> answers = new ArrayList<>();
        List<@Nullable ConsentAnswerForm> all = given == null ? List.of() : given;
        for (int i = 0; i < all.size(); i++) {
            ConsentAnswerForm answer = all.get(i);
            if (answer == null) {
                missing.accept(i);
            } else {
                answers.add(new ConsentAnswer(
                        orEmpty(answer.recipient()), orEmpty(answer.element()), orEmpty(answer.answer())));
            }
        }
        return answers;
    }
}
