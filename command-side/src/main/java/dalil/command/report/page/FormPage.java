package dalil.command.report.page;

import static dalil.command.report.page.Html.escaped;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form as HTML. */
final class FormPage {

    private static final String SHORT = " maxlength=\"2000\"";
    private static final String ANY_NUMBER = " maxlength=\"20\" inputmode=\"numeric\"";

    private final PageTexts texts;
    private final EmergencyNumbers numbers;

    FormPage(PageTexts texts, EmergencyNumbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /**
     * The page.
     *
     * @param key under which the form is filed once, however often it is sent
     * @param said something that has to be told about what was sent, plain text; null if nothing
     */
    String html(UUID key, Typed typed, @Nullable String said) {
        boolean wrong = said != null || !typed.errors().isEmpty();
        String body = languages() + "<h1>" + text("title") + "</h1>\n" + wrong(typed, said) + notices()
                + "<form method=\"post\" action=\"/report\" accept-charset=\"utf-8\" autocomplete=\"off\" novalidate>\n"
                + hidden(Fields.KEY, key.toString())
                + hidden(Fields.LANGUAGE, texts.language())
                + questions(typed)
                + "<button>" + text("send") + "</button>\n</form>\n";
        return Html.page(texts, (wrong ? texts.get("error") + ": " : "") + texts.get("title"), body);
    }

    private String languages() {
        StringBuilder nav = new StringBuilder("<nav>\n");
        for (String language : PageTexts.LANGUAGES) {
            nav.append("<a href=\"/report?lang=%1$s\" lang=\"%1$s\" hreflang=\"%1$s\"%2$s>%3$s</a>\n"
                    .formatted(
                            language,
                            language.equals(texts.language()) ? " aria-current=\"true\"" : "",
                            escaped(PageTexts.in(language).get("name"))));
        }
        return nav.append("</nav>\n").toString();
    }

    private String notices() {
        return "<div class=\"warn\"><p><strong>" + text("not-real") + "</strong></p></div>\n"
                + "<div class=\"first\"><p><strong>" + text("first") + "</strong></p>\n" + numbers.html(texts)
                + "<p>" + text("first.nobody") + "</p>\n<p>" + text("first.safe") + "</p></div>\n"
                + "<p>" + text("intro") + "</p>\n"
                + "<p class=\"note\">" + text("notice") + "</p>\n";
    }

    private String wrong(Typed typed, @Nullable String said) {
        if (said == null && typed.errors().isEmpty()) {
            return "";
        }
        StringBuilder box = new StringBuilder("<div class=\"wrong\" role=\"alert\">\n");
        box.append("<p><strong>")
                .append(said == null ? text("error.fields") : escaped(said))
                .append("</strong></p>\n");
        typed.errors()
                .forEach((field, message) ->
                        box.append("<p><a href=\"#%s\">%s</a> %s</p>\n".formatted(field, text(field), text(message))));
        return box.append("</div>\n").toString();
    }

    private String questions(Typed typed) {
        Controls controls = new Controls(texts, typed);
        controls.choice(Fields.DANGER, "yes", "no", "unknown");
        controls.choice(Fields.SAFETY, "safe-now", "in-danger-now", "not-said");
        controls.choice(Fields.CARE, "yes", "no", "unknown");
        controls.lines(Fields.WORDS, 8);
        controls.end();
        controls.choice(
                Fields.CONNECTION,
                "victim",
                "witness",
                "relative-of-victim",
                "medical-service-provider",
                "third-party",
                "unknown");
        inWords(controls, Fields.WHERE);
        inWords(controls, Fields.WHEN);
        controls.heading("hurt");
        controls.line(Fields.PERSONS, ANY_NUMBER);
        controls.box(Fields.NOBODY, "nobody");
        controls.box(Fields.PERSONS + Controls.UNKNOWN, "unknown");
        controls.end();
        inWords(controls, Fields.AGES);
        controls.choice(Fields.CHILDREN, "yes", "no", "unknown");
        inWords(controls, Fields.HIT_BY);
        controls.choice(Fields.DOCTOR, "yes", "no", "unknown");
        inWords(controls, Fields.FACILITY);
        callBack(controls);
        consent(controls);
        return controls.html();
    }

    private static void inWords(Controls controls, String question) {
        controls.line(question, SHORT);
        controls.box(question + Controls.UNKNOWN, "unknown");
        controls.end();
    }

    private static void callBack(Controls controls) {
        controls.heading("contact-us");
        controls.choice(Fields.CALL_BACK, "no", "yes", "only-message", "only-at-given-times");
        for (String field : new String[] {Fields.CONTACT, Fields.CALL_WHEN, Fields.CALL_HOW}) {
            controls.line(field, SHORT);
            controls.end();
        }
    }

    private static void consent(Controls controls) {
        controls.heading("consent");
        controls.paragraph("consent.default");
        controls.paragraph("consent.limits");
        controls.paragraph("consent.others");
        for (Fields.Consent consent : Fields.CONSENTS) {
            controls.choice(consent.field(), "given", "refused", "later");
        }
        controls.paragraph("consent.rest");
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n".formatted(name, escaped(value));
    }

    private String text(String key) {
        return escaped(texts.get(key));
    }
}
