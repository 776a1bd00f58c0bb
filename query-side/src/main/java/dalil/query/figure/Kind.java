package dalil.query.figure;

import dalil.query.unit.PlacePath;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What figures must have in common to be set side by side; each by its code.
 *
 * @param place path of the place that they are about; empty where none is stated
 */
record Kind(String measure, String unit, String period, String population, List<String> place) {

    private static final String AT_MOMENT = "at-moment";

    static Kind of(PublishedFigure figure) {
        return new Kind(
                figure.measure(),
                figure.unit(),
                figure.period(),
                figure.population(),
                Objects.requireNonNullElse(figure.place(), List.of()));
    }

    boolean isOfMoment() {
        return period.equals(AT_MOMENT);
    }

    /** The filters that find its figures. */
    Map<String, String> filters() {
        return Map.of(
                "measure",
                measure,
                "unit",
                unit,
                "period",
                period,
                "population",
                population,
                FigureList.PLACE,
                where());
    }

    /** Whether a question with these values of the filter of places is about the same place. */
    boolean isAbout(List<String> places) {
        return places.equals(place.isEmpty() ? List.of() : List.of(where()));
    }

    /** The place as a filter writes it. */
    String where() {
        return place.isEmpty() ? FigureList.NOT_STATED : PlacePath.word(place, place.size());
    }
}
