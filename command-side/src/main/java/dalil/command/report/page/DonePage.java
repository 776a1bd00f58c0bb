package dalil.command.report.page;

import static dalil.command.report.page.Html.escaped;

import dalil.events.report.ReportCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page that says the code, and nothing of what was told: somebody may look over the shoulder. */
final class DonePage {

    private final PageTexts texts;
    private final EmergencyNumbers numbers;

    DonePage(PageTexts texts, EmergencyNumbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** @param urgent whether somebody is in danger or needs care now */
    String html(ReportCode code, boolean urgent) {
        StringBuilder body = new StringBuilder("<h1>" + text("done") + "</h1>\n");
        if (urgent) {
            body.append("<div class=\"first\" role=\"alert\"><p><strong>%s</strong></p>\n%s<p>%s</p></div>\n"
                    .formatted(text("done.urgent"), numbers.html(texts), text("first.nobody")));
        }
        body.append("<p>%s</p>\n<p class=\"code\">%s</p>\n".formatted(text("done.code"), grouped(code)));
        body.append("<p>%s<br><strong>%s</strong></p>\n".formatted(text("done.say"), spoken(code)));
        for (String key : new String[] {"done.keep", "done.phone", "done.twice", "not-real"}) {
            body.append("<p>").append(text(key)).append("</p>\n");
        }
        body.append("<p><a href=\"/report?lang=%s\">%s</a></p>\n".formatted(texts.language(), text("done.another")));
        body.append("<p class=\"note\">").append(text("notice")).append("</p>\n");
        return Html.page(texts, texts.get("done"), body.toString());
    }

    /** The groups stay whole where the line is too short for all three. */
    private static String grouped(ReportCode code) {
        return Arrays.stream(code.grouped().split(" "))
                .map(group -> "<span>" + group + "</span>")
                .collect(Collectors.joining(" "));
    }

    private String spoken(ReportCode code) {
        StringBuilder spoken = new StringBuilder();
        for (String group : code.grouped().split(" ")) {
            spoken.append(spoken.isEmpty() ? "" : " — ");
            spoken.append(group.chars()
                    .mapToObj(digit -> texts.get("digit." + (char) digit))
                    .collect(Collectors.joining(" ")));
        }
        return escaped(spoken.toString());
    }

    private String text(String key) {
        return escaped(texts.get(key));
    }
}
