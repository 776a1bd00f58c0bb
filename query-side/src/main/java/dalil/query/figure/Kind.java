package dalil.query.figure;

import java.util.Map;

/** What figures must have in common to be set side by side; each by its code. */
record Kind(String measure, String unit, String period, String population) {

    private static final String AT_MOMENT = "at-moment";

    static Kind of(PublishedFigure figure) {
        return new Kind(figure.measure(), figure.unit(), figure.period(), figure.population());
    }

    boolean isOfMoment() {
        return period.equals(AT_MOMENT);
    }

    /** The filters that find its figures. */
    Map<String, String> filters() {
        return Map.of("measure", measure, "unit", unit, "period", period, "population", population);
    }
}
