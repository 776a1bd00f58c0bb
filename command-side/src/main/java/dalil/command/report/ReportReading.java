package dalil.command.report;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.claim.ClaimReading;
import dalil.command.report.ReportCommand.TakeReport;
import dalil.command.report.ReportForms.CallBackForm;
import dalil.command.report.ReportForms.ConsentForm;
import dalil.command.report.ReportForms.ReportForm;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.report.ReportFact.Answered;
import dalil.events.report.ReportFact.CallBack;
import dalil.events.report.ReportFact.Consent;
import dalil.events.report.ReportFact.ConsentAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a report as it is sent into a command. What it says is checked later. */
final class ReportReading {

    private static final int LONGEST_NAME = 60;

    private final String stream;
    private final ClaimReading reading;

    ReportReading(String stream, ClaimReading reading) {
        this.stream = stream;
        this.reading = reading;
    }

    TakeReport report(ReportForm form) {
        return new TakeReport(
                stream,
                form.channel() == null ? "other" : form.channel(),
                form.language() == null ? "unknown" : form.language(),
                form.connection(),
                orEmpty(form.words()),
                answers(form.answers() == null ? Map.of() : form.answers()),
                callBack(form.callBack()),
                consent(form.consent()));
    }

    /** In the order of the catalogue, whatever the order in the body. */
    private List<Answered> answers(Map<String, JsonNode> given) {
        Map<String, JsonNode> left = new LinkedHashMap<>(given);
        List<Answered> answers = new ArrayList<>();
        for (Attribute question : Attributes.all()) {
            if (question.of() != Attribute.Of.REPORT || !left.containsKey(question.name())) {
                continue;
            }
            reading.value(question, left.remove(question.name()), "/answers/" + question.name())
                    .ifPresent(value -> answers.add(new Answered(question.name(), value)));
        }
        for (String name : left.keySet()) {
            String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
            reading.wrong(
                    "/answers/" + cut.replace("~", "~0").replace("/", "~1"),
                    "unknown-word",
                    "no question of this name");
        }
        return answers;
    }

    private @Nullable CallBack callBack(@Nullable CallBackForm form) {
        if (form == null) {
            return null;
        }
        Optional<CallBack> read = reading.value(ReportChecks.CALL_BACK, form.whether(), "/callBack/whether")
                .map(whether ->
                        new CallBack(whether, words(form.contact()), words(form.when()), words(form.howSafely())));
        return read.orElse(null);
    }

    private @Nullable Consent consent(@Nullable ConsentForm form) {
        if (form == null) {
            return null;
        }
        List<ConsentAnswer> answers = ConsentReading.answers(
                form.answers(), at -> reading.wrong("/consent/answers/" + at, "missing", "an answer is required"));
        return new Consent(Boolean.TRUE.equals(form.limitsExplained()), answers);
    }

    private @Nullable Protected<String> words(@Nullable String text) {
        return text == null ? null : Protected.of(stream, text);
    }
}
