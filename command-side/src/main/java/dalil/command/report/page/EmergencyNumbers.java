package dalil.command.report.page;

import java.util.stream.Stream;

/** Whom to call first, as whoever runs the register configured it. */
record EmergencyNumbers(String ambulance, String rescue, String police) {

    /** @throws IllegalArgumentException if one cannot be dialled */
    EmergencyNumbers {
        if (!Stream.of(ambulance, rescue, police).allMatch(number -> number.matches("\\+?[0-9]{2,15}"))) {
            throw new IllegalArgumentException("an emergency number is digits, with a plus sign in front at most");
        }
    }

    /** Links that a telephone dials. */
    String html(PageTexts texts) {
        return "<p class=\"call\">" + link(ambulance, texts.get("ambulance")) + link(rescue, texts.get("rescue"))
                + link(police, texts.get("police")) + "</p>\n";
    }

    private static String link(String number, String who) {
        return "<a href=\"tel:%1$s\"><b>%1$s</b> %2$s</a>\n".formatted(number, Html.escaped(who));
    }
}
