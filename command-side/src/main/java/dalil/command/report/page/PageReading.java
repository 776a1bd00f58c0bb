package dalil.command.report.page;

import dalil.command.report.ReportForms.CallBackForm;
import dalil.command.report.ReportForms.ConsentAnswerForm;
import dalil.command.report.ReportForms.ConsentForm;
import dalil.command.report.ReportForms.ReportForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns what was typed into a report as it is sent, and finds what only the page can tell is wrong. */
final class PageReading {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})(?:\\s*[-–—]\\s*([0-9]{1,6}))?");
    private static final Set<String> TO_BE_CALLED = Set.of("yes", "only-message", "only-at-given-times");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Typed typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    PageReading(Typed typed) {
        this.typed = typed;
    }

    /** Keys of messages by field; empty if nothing is wrong. Complete once the report was read. */
    Map<String, String> errors() {
        return errors;
    }

    ReportForm report(String language) {
        if (typed.isEmpty(Fields.WORDS)) {
            errors.put(Fields.WORDS, "error.words");
        }
        Map<String, JsonNode> answers = answers();
        return new ReportForm(
                "web-page",
                language,
                orNull(Fields.CONNECTION),
                typed.value(Fields.WORDS),
                answers,
                callBack(),
                new ConsentForm(true, consents()));
    }

    private Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String question : Fields.YES_OR_NO) {
            if (typed.is(question, "unknown")) {
                answers.put(question, answer("unknown"));
            } else if (!typed.isEmpty(question)) {
                answers.put(question, JSON.stringNode(typed.value(question)));
            }
        }
        if (!typed.isEmpty(Fields.SAFETY)) {
            answers.put(Fields.SAFETY, JSON.stringNode(typed.value(Fields.SAFETY)));
        }
        for (String question : Fields.IN_WORDS) {
            if (!typed.isEmpty(question)) {
                answers.put(question, JSON.stringNode(typed.value(question)));
            } else if (ticked(question + Controls.UNKNOWN)) {
                answers.put(question, answer("unknown"));
            }
        }
        JsonNode persons = persons();
        if (persons != null) {
            answers.put(Fields.PERSONS, persons);
        }
        return answers;
    }

    private @Nullable JsonNode persons() {
        boolean nobody = ticked(Fields.NOBODY);
        String typedNumber = typed.value(Fields.PERSONS).strip();
        if (typedNumber.isEmpty()) {
            if (nobody && ticked(Fields.PERSONS + Controls.UNKNOWN)) {
                errors.put(Fields.PERSONS, "error.either");
            }
            return nobody ? answer("none") : ticked(Fields.PERSONS + Controls.UNKNOWN) ? answer("unknown") : null;
        }
        Matcher number = NUMBER.matcher(typedNumber);
        if (!number.matches()) {
            errors.put(Fields.PERSONS, "error.number");
            return null;
        }
        int least = Integer.parseInt(number.group(1));
        int greatest = number.group(2) == null ? least : Integer.parseInt(number.group(2));
        if (greatest == 0) {
            return answer("none");
        }
        if (nobody) {
            errors.put(Fields.PERSONS, "error.either");
        }
        ObjectNode range = JSON.objectNode();
        return range.put("least", least).put("greatest", greatest);
    }

    private @Nullable CallBackForm callBack() {
        boolean toBeCalled = TO_BE_CALLED.contains(typed.value(Fields.CALL_BACK));
        if (toBeCalled && typed.isEmpty(Fields.CONTACT)) {
            errors.put(Fields.CONTACT, "error.contact");
        } else if (!toBeCalled && !typed.isEmpty(Fields.CONTACT)) {
            errors.put(Fields.CALL_BACK, "error.call-back"); // a contact that we may not use is better not kept
        }
        return typed.isEmpty(Fields.CALL_BACK)
                ? null
                : new CallBackForm(
                        JSON.stringNode(typed.value(Fields.CALL_BACK)),
                        orNull(Fields.CONTACT),
                        orNull(Fields.CALL_WHEN),
                        orNull(Fields.CALL_HOW));
    }

    private List<@Nullable ConsentAnswerForm> consents() {
        List<@Nullable ConsentAnswerForm> answers = new ArrayList<>();
        for (Fields.Consent consent : Fields.CONSENTS) {
            if (!typed.isEmpty(consent.field()) && !typed.is(consent.field(), "later")) {
                answers.add(
                        new ConsentAnswerForm(consent.recipient(), consent.element(), typed.value(consent.field())));
            }
        }
        return answers;
    }

    private boolean ticked(String box) {
        return typed.is(box, "yes");
    }

    private @Nullable String orNull(String field) {
        return typed.isEmpty(field) ? null : typed.value(field);
    }

    private static JsonNode answer(String word) {
        return JSON.objectNode().put("answer", word);
    }
}
