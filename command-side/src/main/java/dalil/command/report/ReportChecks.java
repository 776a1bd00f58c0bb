package dalil.command.report;

import dalil.command.KnownRecords;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.report.ReportCommand.TakeReport;
import dalil.command.report.ReportCommand.WorkUpReport;
import dalil.command.rule.FieldError;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attribute.Form;
import dalil.events.claim.Attribute.Of;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimValue;
import dalil.events.report.ReportFact.Answered;
import dalil.events.report.ReportFact.CallBack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a command, all of it at once. */
final class ReportChecks {

    /** Whether to call back is no question of its own: it stands with how. */
    static final Attribute CALL_BACK =
            new Attribute("call-back", Of.REPORT, Form.CODE, "call-back", false, "existence");

    private static final String VALUE = "/value";

    private ReportChecks() {}

    static List<FieldError> errors(TakeReport report) {
        List<FieldError> errors =
                new ArrayList<>(ClaimRules.codeErrors("/channel", "report-channel", report.channel()));
        errors.addAll(ClaimRules.codeErrors("/language", "report-language", report.language()));
        if (report.connection() != null) {
            errors.addAll(ClaimRules.codeErrors("/connection", "source-connection", report.connection()));
        }
        errors.addAll(Texts.body("/words", report.words(), Texts.MAX_NARRATIVE));
        Set<String> asked = new HashSet<>();
        for (Answered answered : report.answers()) {
            errors.addAll(answer(answered));
            if (!asked.add(answered.question())) {
                errors.add(new FieldError("/answers/" + answered.question(), "duplicate", "answered twice"));
            }
        }
        errors.addAll(callBack(report.callBack()));
        if (report.consent() != null) {
            errors.addAll(ConsentChecks.atFirst(report.consent().answers(), "/consent/answers"));
        }
        return errors;
    }

    private static List<FieldError> answer(Answered answered) {
        String at = "/answers/" + answered.question();
        Optional<Attribute> question = Attributes.find(Of.REPORT, answered.question());
        if (question.isEmpty()) {
            return List.of(new FieldError(at, "unknown-word", "no question of this name"));
        }
        if (answered.value() instanceof ClaimValue.Text text) {
            return text("", text.text()).stream().map(error -> error.under(at)).toList();
        }
        return value(question.get(), answered.value(), at);
    }

    /** The same errors, seen from where the value stands without a claim around it. */
    private static List<FieldError> value(Attribute attribute, ClaimValue value, String at) {
        return ClaimRules.valueErrors(attribute, value).stream()
                .map(error ->
                        new FieldError(at + error.pointer().substring(VALUE.length()), error.code(), error.detail()))
                .toList();
    }

    private static List<FieldError> callBack(@Nullable CallBack callBack) {
        if (callBack == null) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(value(CALL_BACK, callBack.whether(), "/callBack/whether"));
        errors.addAll(text("/callBack/contact", callBack.contact()));
        errors.addAll(text("/callBack/when", callBack.when()));
        errors.addAll(text("/callBack/howSafely", callBack.howSafely()));
        return errors;
    }

    private static List<FieldError> text(String pointer, @Nullable Protected<String> text) {
        return text == null ? List.of() : Texts.body(pointer, text.value().orElse(""), Texts.MAX_NOTE);
    }

    static List<FieldError> errors(WorkUpReport command, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(Texts.uuid("/source", command.source()));
        if (errors.isEmpty()) {
            errors.addAll(ClaimRules.sourceErrors("/source", command.source(), known));
        }
        if (command.records().isEmpty()) {
            errors.add(new FieldError(
                    "", "works-up-into-nothing", "an incident, a casualty or another source that the report tells of"));
        }
        if (!command.records().stream().allMatch(known::exists)) {
            errors.add(new FieldError("", "unknown-id", "a record of these is not there"));
        }
        return errors;
    }
}
