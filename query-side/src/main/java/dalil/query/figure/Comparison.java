package dalil.query.figure;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure can be set beside: the tally of people that counts the same thing, or nothing, and why.
 *
 * @param tally parameters of the tally, without the address; null where it is comparable with none
 * @param why in words: {@code not comparable: …}; null where it is comparable
 */
record Comparison(@Nullable String tally, @Nullable String why) {

    static final String NOT_COMPARABLE = "not comparable: ";

    private static final Map<String, String> OUTCOMES = outcomes();
    private static final Map<String, String> POPULATIONS = Map.of(
            "medics", "&role=medic",
            "press", "&role=journalist",
            "security-forces", "&role=state-force-member",
            "women", "&sex=female",
            "children", "&age-band=0-4,5-11,12-17");

    /** Everybody who is known to have got as far as that, by the outcomes that say so. */
    private static Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put(
                "sought-medical-help",
                "sought-help,treated-as-outpatient,hospitalised,in-intensive-care,transferred,discharged,refused-admission,"
                        + "turned-away,left-against-advice");
        outcomes.put("treated-as-outpatient", "treated-as-outpatient");
        outcomes.put("hospitalised", "hospitalised,in-intensive-care");
        outcomes.put("in-intensive-care", "in-intensive-care");
        // whoever is harmed, whatever became of them; but of whom only that is told who was missing, found or detained
        // is not injured by it
        outcomes.put(
                "injured",
                "injured,sought-help,treated-as-outpatient,hospitalised,in-intensive-care,transferred,discharged,refused-admission,"
                        + "turned-away,left-against-advice,did-not-seek-care,under-guard,died,unknown,not-stated");
        outcomes.put("dead", "died");
        outcomes.put("refused-admission", "refused-admission");
        outcomes.put("detained", "detained");
        return outcomes;
    }

    static Comparison of(PublishedFigure figure) {
        return of(Kind.of(figure), figure.day());
    }

    /** @param day the one day that such a figure is about; null where it is not about one day */
    static Comparison of(Kind figure, @Nullable LocalDate day) {
        List<String> reasons = new ArrayList<>();
        String incidents = figure.measure().equals("press-incidents") ? "of=incidents&role=journalist" : null;
        if (incidents != null && figure.unit().equals("incidents")) {
            return figure.period().equals("since-start")
                    ? new Comparison(incidents + place(figure), null)
                    : not(List.of("the period is " + figure.period()));
        }
        if (!figure.unit().equals("persons")) {
            reasons.add("it counts " + figure.unit() + ", the register counts persons");
        }
        String filter = outcome(figure).orElse(null);
        if (filter == null) {
            reasons.add("the register has no outcome for " + figure.measure());
        }
        String population = figure.population().equals("all") ? "" : POPULATIONS.get(figure.population());
        if (population == null) {
            reasons.add("the population is "
                    + (figure.population().equals("not-stated") ? "not stated" : figure.population()));
        }
        String count = count(figure, day, reasons);
        return reasons.isEmpty()
                ? new Comparison("of=casualties" + filter + population + place(figure) + count, null)
                : not(reasons);
    }

    private static Optional<String> outcome(Kind figure) {
        return Optional.ofNullable(OUTCOMES.get(figure.measure())).map(words -> "&outcome=" + words);
    }

    private static String place(Kind figure) {
        return figure.place().isEmpty() ? "" : "&place=" + URLEncoder.encode(figure.where(), StandardCharsets.UTF_8);
    }

    private static String count(Kind figure, @Nullable LocalDate day, List<String> reasons) {
        switch (figure.period()) {
            case "since-start" -> {
                return "&count=persons-ever";
            }
            case "at-moment" -> {
                if (day != null) {
                    return "&count=persons-at&at=" + day;
                }
                reasons.add("it is about a moment and not of one day");
            }
            case "in-period" ->
                reasons.add("it counts what was new in a period, the register what is known since the start");
            default -> reasons.add("the period is not stated");
        }
        return "";
    }

    private static Comparison not(List<String> reasons) {
        return new Comparison(null, NOT_COMPARABLE + String.join("; ", reasons));
    }

    /** The parameters of a tally by their names. */
    static Map<String, List<String>> parameters(String tally) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : tally.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals),
                    List.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
        }
        return parameters;
    }
}
