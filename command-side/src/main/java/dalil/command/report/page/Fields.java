package dalil.command.report.page;

import java.util.List;

/** The names of the form's fields. Where a field is a question of reports, it has the question's name. */
final class Fields {

    static final String KEY = "key";
    static final String LANGUAGE = "lang";
    static final String WORDS = "words";
    static final String CONNECTION = "connection";
    static final String DANGER = "danger-now";
    static final String SAFETY = "caller-safety";
    static final String CARE = "care-now";
    static final String WHERE = "where";
    static final String WHEN = "when";
    static final String PERSONS = "hurt-persons";
    static final String NOBODY = PERSONS + ".none";
    static final String AGES = "hurt-ages";
    static final String CHILDREN = "hurt-children";
    static final String HIT_BY = "hit-by";
    static final String DOCTOR = "seen-by-doctor";
    static final String FACILITY = "care-facility";
    static final String CALL_BACK = "call-back";
    static final String CONTACT = "contact";
    static final String CALL_WHEN = "call-when";
    static final String CALL_HOW = "call-how";

    /** Answered by yes, no, or I don't know. */
    static final List<String> YES_OR_NO = List.of(DANGER, CARE, CHILDREN, DOCTOR);

    /** Answered in words, or by I don't know. */
    static final List<String> IN_WORDS = List.of(WHERE, WHEN, AGES, HIT_BY, FACILITY);

    /** The first layer of consent: few questions that can be understood at once. All else is not asked here. */
    static final List<Consent> CONSENTS = List.of(
            new Consent("medical-and-aid", "testimony"),
            new Consent("medical-and-aid", "contact"),
            new Consent("partner-ngo", "testimony"),
            new Consent("national-investigator", "testimony"),
            new Consent("un-mechanism", "testimony"));

    private Fields() {}

    /** A question of consent: codes of the lists {@code consent-recipient} and {@code consent-element}. */
    record Consent(String recipient, String element) {

        String field() {
            return "may." + recipient + "." + element;
        }
    }

    /** The field that a pointer into a report as it is sent means; empty if none does. */
    static String of(String pointer) {
        String[] steps = pointer.split("/", -1);
        if (pointer.startsWith("/answers/")) {
            return steps[2];
        }
        return switch (pointer) {
            case "/words" -> WORDS;
            case "/connection" -> CONNECTION;
            case "/callBack/whether" -> CALL_BACK;
            case "/callBack/contact" -> CONTACT;
            case "/callBack/when" -> CALL_WHEN;
            case "/callBack/howSafely" -> CALL_HOW;
            default -> "";
        };
    }
}
