package dalil.query.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every column of every table means that can be taken away: the data dictionary. */
final class Dictionary {

    private static final String CELL =
            "what puts a unit in the cell; not-stated, unknown, contested and undated are cells of their own";

    /** The timeline. Several values of one column are separated by semicolons. */
    static final List<Column> TIMELINE = List.of(
            Column.text("id", "UUID of the incident, or of the casualty"),
            Column.text(
                    "forceUse",
                    "UUID of the use of force, where uses of force are listed; its record's before it where that was merged"),
            Column.text("title", "neutral title in force, without names; empty if not stated or contested"),
            Column.text("date", "EDTF level 1 date or interval in force, as claimed; empty if not stated or contested"),
            Column.text("timeFrom", "HH:mm in the case's time zone"),
            Column.text("timeTo", "HH:mm in the case's time zone; earlier than timeFrom means past midnight"),
            Column.text("earliest", "first day that the date allows, ISO"),
            Column.text("latest", "last day that the date allows, ISO"),
            Column.text("path", "place in force: country/region/district/settlement"),
            Column.text("placeName", "what people call the place"),
            Column.degrees("lat", "latitude, WGS 84; empty where the place is known exactly, which is protected"),
            Column.degrees("lon", "longitude, WGS 84"),
            Column.text("precision", "word of the list place-precision"),
            Column.text("labels", "the sources' own tags, verbatim"),
            Column.text("roles", "words of the list role"),
            Column.text("weapons", "words of the list weapon, of any use of force or injury"),
            Column.text("usedBy", "words of the list used-by"),
            Column.text("methods", "words of the list method"),
            Column.number("peopleLeast", "people harmed, at least; of casualties only"),
            Column.number("peopleGreatest", "people harmed, at most; of casualties only"),
            Column.text("outcomes", "words of the list outcome, by the way of counting that was asked for"),
            Column.text("sex", "words of the list sex"),
            Column.text("ageBands", "bands of years in which the claimed age lies"),
            Column.text("bodyRegions", "words of the list body-region"),
            Column.text("severities", "words of the list severity, as graded at presentation"),
            Column.text("corroboration", "word of the list corroboration: what the last review found"),
            Column.number("sources", "how many sources said something that stands"),
            Column.text("contested", "attributes for which several values are claimed and none holds"),
            Column.text(
                    "claimedTimes",
                    "where times are contested, each that is claimed: date, hours as from/to in the case's time zone, about"),
            Column.text(
                    "claimedPlaces",
                    "where places are contested, each that is claimed: its path, and what people call it"),
            Column.text("record", "address of the whole record at the same index"));

    /** Figures, as they were published. */
    static final List<Column> FIGURES = List.of(
            Column.text("id", "UUID of the figure"),
            Column.text("publisher", "UUID of the source that published it"),
            Column.text("publisherName", "what it is called"),
            Column.text("origin", "UUID of the source that it has it from, self, or unknown"),
            Column.text("reportedVia", "UUID of the source through which it reached the register"),
            Column.text("reportedViaName", "what it is called"),
            Column.text("published", "EDTF date of publication"),
            Column.text("asOf", "EDTF date that the number is about"),
            Column.text("asOfTime", "HH:mm in the case's time zone"),
            Column.text("measure", "word of the list figure-measure"),
            Column.text("unit", "word of the list figure-unit: what is counted"),
            Column.text("period", "word of the list figure-period"),
            Column.text("population", "word of the list figure-population"),
            Column.text("includesDead", "yes, no or not-stated"),
            Column.text("includesSecurityForces", "yes, no or not-stated"),
            Column.text("includesMedics", "yes, no or not-stated"),
            Column.text("qualifier", "word of the list figure-qualifier"),
            Column.number("least", "the number; of a range its lower end"),
            Column.number("greatest", "the same number; of a range its upper end"),
            Column.text("partOf", "UUID of the figure of which it is a part"),
            Column.text("place", "country/region/district/settlement that it is about; empty where none is stated"),
            Column.text("disputed", "yes where somebody says that it is not so"),
            Column.text("withdrawnByPublisher", "yes where the publisher took it back"),
            Column.text("retracted", "yes where this record should not stand"),
            Column.text("record", "address of the whole record at the same index"));

    private static final Map<String, Column> OF_TALLIES = List.of(
                    Column.number(
                            "corroborated",
                            "units that a review found corroborated or confirmed and whose value in force puts them certainly"
                                    + " in the cell; of people, groups by the least number that the review saw"),
                    Column.number(
                            "reported",
                            "units for which some live claim puts them in the cell; of people, groups by their greatest number"),
                    Column.text("records", "address of exactly the units reported in the cell"),
                    Column.text("rule", "name of the rule by which it was counted"),
                    Column.number("index", "ledger index of the last fact that it reflects"))
            .stream()
            .collect(Collectors.toMap(Column::name, Function.identity()));

    private Dictionary() {}

    /** A tally: a column for each part of a key, then the numbers. */
    static List<Column> tally(List<String> names) {
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(OF_TALLIES.getOrDefault(name, Column.text(name, CELL))));
        return columns;
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
