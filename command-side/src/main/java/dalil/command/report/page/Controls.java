package dalil.command.report.page;

import static dalil.command.report.page.Html.escaped;

import java.util.Optional;

/** The controls of the form with what was typed in them. A field's name is the key of its text, and its place in the page. */
final class Controls {

    /** The end of the name of the box that says: I don't know. */
    static final String UNKNOWN = ".unknown";

    private final PageTexts texts;
    private final Typed typed;
    private final StringBuilder html = new StringBuilder();

    Controls(PageTexts texts, Typed typed) {
        this.texts = texts;
        this.typed = typed;
    }

    String html() {
        return html.toString();
    }

    void heading(String key) {
        html.append("<h2>").append(text(key)).append("</h2>\n");
    }

    void paragraph(String key) {
        html.append("<p>").append(text(key)).append("</p>\n");
    }

    /** One of several answers; each value has its own text under the field's name, or a text for all fields. */
    void choice(String name, String... values) {
        html.append("<fieldset id=\"%s\"%s><legend>%s</legend>%s\n"
                .formatted(name, described(name), text(name), asides(name)));
        for (String value : values) {
            String label = texts.find(name + "." + value).orElseGet(() -> texts.get(value));
            option("radio", name, value, label);
        }
        html.append("</fieldset>\n");
    }

    /** A text on one line. */
    void line(String name, String more) {
        html.append(
                "<div class=\"f\"><label for=\"%1$s\">%2$s</label>%3$s<input type=\"text\" id=\"%1$s\" name=\"%1$s\""
                        .formatted(name, text(name), asides(name)));
        html.append(" value=\"").append(escaped(typed.value(name))).append('"').append(more);
        html.append(described(name)).append(">\n");
    }

    /** A text of several lines. HTML drops one line break after the tag, so there is one to drop. */
    void lines(String name, int rows) {
        html.append("<div class=\"f\"><label for=\"%1$s\">%2$s</label>%3$s".formatted(name, text(name), asides(name)));
        html.append("<textarea id=\"%1$s\" name=\"%1$s\" rows=\"%2$d\" aria-required=\"true\"%3$s>\n"
                .formatted(name, rows, described(name)));
        html.append(escaped(typed.value(name))).append("</textarea>\n");
    }

    /** A box that says so beside a text. */
    void box(String name, String key) {
        option("checkbox", name, "yes", texts.get(key));
    }

    /** After a line or lines and its boxes. */
    void end() {
        html.append("</div>\n");
    }

    private void option(String type, String name, String value, String label) {
        html.append("<label class=\"o\"><input type=\"%s\" name=\"%s\" value=\"%s\"%s>%s</label>\n"
                .formatted(type, name, value, typed.is(name, value) ? " checked" : "", escaped(label)));
    }

    private String asides(String name) {
        String hint = texts.find(name + ".hint")
                .map(words -> "<span class=\"hint\" id=\"%s-hint\">%s</span>".formatted(name, escaped(words)))
                .orElse("");
        return hint
                + error(name)
                        .map(words -> "<span class=\"e\" id=\"%s-error\">%s</span>".formatted(name, words))
                        .orElse("");
    }

    private String described(String name) {
        String by = texts.find(name + ".hint").map(any -> name + "-hint").orElse("");
        if (typed.errors().containsKey(name)) {
            return " aria-invalid=\"true\" aria-describedby=\"%s\"".formatted((by + " " + name + "-error").strip());
        }
        return by.isEmpty() ? "" : " aria-describedby=\"%s\"".formatted(by);
    }

    private Optional<String> error(String name) {
        return Optional.ofNullable(typed.errors().get(name)).map(this::text);
    }

    private String text(String key) {
        return escaped(texts.get(key));
    }
}
