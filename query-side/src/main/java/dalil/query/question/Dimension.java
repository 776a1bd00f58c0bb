package dalil.query.question;

import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.query.unit.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to break a tally down by, and to filter by under the same name.
 *
 * @param name on the wire
 * @param column where the table has its cell, if there is one only
 * @param form how its cells are told
 * @param level of a place, 1 for the country; 0 for anything else
 * @param ofPart whether it is a part that has it, such as a use of force, not the whole record
 * @param list vocabulary of its codes; null where words are open
 * @param many whether one unit can certainly be in several cells
 * @param covers bits of what a review must cover
 */
record Dimension(
        String name,
        String column,
        Form form,
        int level,
        boolean ofPart,
        @Nullable String list,
        boolean many,
        int covers) {

    enum Form {
        WORD,
        NUMBER,
        PLACE,
        DAY,
        MONTH,
        HOUR
    }

    private static final List<Dimension> OF_INCIDENTS = ofIncidents();
    private static final List<Dimension> OF_CASUALTIES = ofCasualties();

    static List<Dimension> of(Unit unit) {
        return unit == Unit.CASUALTIES ? OF_CASUALTIES : OF_INCIDENTS;
    }

    static Optional<Dimension> find(Unit unit, String name) {
        return of(unit).stream()
                .filter(dimension -> dimension.name.equals(name))
                .findFirst();
    }

    /** Where the table has its cells, if there are none or several; null otherwise. */
    String several() {
        return form == Form.NUMBER ? "CAST(NULL AS INTEGER[])" : column + "_several";
    }

    boolean isTime() {
        return form == Form.DAY || form == Form.MONTH || form == Form.HOUR;
    }

    private static List<Dimension> ofIncidents() {
        List<Dimension> all = new ArrayList<>(whenAndWhere());
        all.add(said(Attribute.Of.FORCE_USE, "weapon"));
        all.add(said(Attribute.Of.FORCE_USE, "method"));
        all.add(said(Attribute.Of.FORCE_USE, "munition"));
        all.add(said(Attribute.Of.FORCE_USE, "munition-asserted"));
        all.add(said(Attribute.Of.FORCE_USE, "munition-verified"));
        all.add(said(Attribute.Of.FORCE_USE, "used-by"));
        all.add(said(Attribute.Of.FORCE_USE, "unit-alleged"));
        all.add(said(Attribute.Of.INCIDENT, "role"));
        all.add(said(Attribute.Of.INCIDENT, "label"));
        all.add(said(Attribute.Of.INCIDENT, "kind"));
        all.add(ofExistence("corroboration", "corroboration", false));
        all.add(ofExistence("source-type", "source-type", true));
        all.add(origins());
        return List.copyOf(all);
    }

    private static List<Dimension> ofCasualties() {
        List<Dimension> all = new ArrayList<>(whenAndWhere());
        all.add(said(Attribute.Of.CASUALTY, "outcome"));
        all.add(said(Attribute.Of.CASUALTY, "role"));
        all.add(said(Attribute.Of.CASUALTY, "sex"));
        all.add(new Dimension(
                "age-band", "i.age_band", Form.WORD, 0, false, null, false, covers(Attribute.Of.CASUALTY, "age")));
        all.add(said(Attribute.Of.CASUALTY, "label"));
        all.add(said(Attribute.Of.INJURY, "severity"));
        all.add(said(Attribute.Of.INJURY, "lasting-effect"));
        all.add(said(Attribute.Of.INJURY, "body-region"));
        all.add(said(Attribute.Of.INJURY, "mechanism"));
        all.add(said(Attribute.Of.INJURY, "weapon"));
        all.add(said(Attribute.Of.INJURY, "method"));
        all.add(said(Attribute.Of.INJURY, "munition"));
        all.add(said(Attribute.Of.INJURY, "munition-asserted"));
        all.add(said(Attribute.Of.INJURY, "munition-verified"));
        all.add(said(Attribute.Of.INJURY, "used-by"));
        all.add(said(Attribute.Of.INJURY, "unit-alleged"));
        all.add(ofExistence("corroboration", "corroboration", false));
        all.add(ofExistence("source-type", "source-type", true));
        all.add(origins());
        return List.copyOf(all);
    }

    private static List<Dimension> whenAndWhere() {
        return List.of(
                time("hour", Form.HOUR),
                time("day", Form.DAY),
                time("month", Form.MONTH),
                place("country", 1),
                place("region", 2),
                place("district", 3),
                place("settlement", 4));
    }

    private static Dimension ofExistence(String name, String list, boolean many) {
        return new Dimension(
                name, "i." + column(name), Form.WORD, 0, false, list, many, Covers.bits(List.of(Covers.EXISTENCE)));
    }

    private static Dimension origins() {
        return new Dimension(
                Origins.NAME, Origins.CELL, Form.NUMBER, 0, false, null, false, Covers.bits(List.of(Covers.EXISTENCE)));
    }

    private static String column(String name) {
        return name.replace('-', '_');
    }

    private static Dimension time(String name, Form form) {
        return new Dimension(name, "i." + name, form, 0, false, null, false, Covers.TIME);
    }

    private static Dimension place(String name, int level) {
        return new Dimension(name, "i." + name, Form.PLACE, level, false, null, false, Covers.PLACE);
    }

    private static Dimension said(Attribute.Of of, String name) {
        Attribute attribute = Attributes.find(of, name).orElseThrow();
        boolean ofPart = of == Attribute.Of.FORCE_USE || of == Attribute.Of.INJURY;
        return new Dimension(
                name,
                (ofPart ? "f." : "i.") + column(name),
                Form.WORD,
                0,
                ofPart,
                attribute.list(),
                attribute.many(),
                covers(of, name));
    }

    static int covers(Attribute.Of of, String name) {
        return Covers.bits(List.of(Attributes.find(of, name).orElseThrow().covers()));
    }
}
