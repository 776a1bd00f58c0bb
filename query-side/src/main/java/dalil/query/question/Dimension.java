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
 * @param ofForceUse whether it is a use of force that has it, not the incident
 * @param list vocabulary of its codes; null where words are open
 * @param many whether one unit can certainly be in several cells
 * @param covers bits of what a review must cover
 */
record Dimension(
        String name,
        String column,
        Form form,
        int level,
        boolean ofForceUse,
        @Nullable String list,
        boolean many,
        int covers) {

    enum Form {
        WORD,
        PLACE,
        DAY,
        MONTH,
        HOUR
    }

    private static final List<Dimension> ALL = all();

    static List<Dimension> every() {
        return ALL;
    }

    static Optional<Dimension> find(String name) {
        return ALL.stream().filter(dimension -> dimension.name.equals(name)).findFirst();
    }

    /** Where the table has its cells, if there are none or several; null otherwise. */
    String several() {
        return column + "_several";
    }

    boolean isTime() {
        return form == Form.DAY || form == Form.MONTH || form == Form.HOUR;
    }

    private static List<Dimension> all() {
        List<Dimension> all = new ArrayList<>();
        all.add(time("hour", Form.HOUR));
        all.add(time("day", Form.DAY));
        all.add(time("month", Form.MONTH));
        all.add(place("country", 1));
        all.add(place("region", 2));
        all.add(place("district", 3));
        all.add(place("settlement", 4));
        all.add(said(Attribute.Of.FORCE_USE, "weapon", "f.weapon"));
        all.add(said(Attribute.Of.FORCE_USE, "method", "f.method"));
        all.add(said(Attribute.Of.FORCE_USE, "munition", "f.munition"));
        all.add(said(Attribute.Of.FORCE_USE, "munition-asserted", "f.munition_asserted"));
        all.add(said(Attribute.Of.FORCE_USE, "munition-verified", "f.munition_verified"));
        all.add(said(Attribute.Of.FORCE_USE, "used-by", "f.used_by"));
        all.add(said(Attribute.Of.INCIDENT, "role", "i.role"));
        all.add(said(Attribute.Of.INCIDENT, "label", "i.label"));
        all.add(said(Attribute.Of.INCIDENT, "kind", "i.kind"));
        all.add(new Dimension(
                "corroboration",
                "i.corroboration",
                Form.WORD,
                0,
                false,
                "corroboration",
                false,
                Covers.bits(List.of(Covers.EXISTENCE))));
        return List.copyOf(all);
    }

    private static Dimension time(String name, Form form) {
        return new Dimension(name, "i." + name, form, 0, false, null, false, covers(Attribute.Of.INCIDENT, "time"));
    }

    private static Dimension place(String name, int level) {
        return new Dimension(
                name, "i." + name, Form.PLACE, level, false, null, false, covers(Attribute.Of.INCIDENT, "place"));
    }

    private static Dimension said(Attribute.Of of, String name, String column) {
        Attribute attribute = Attributes.find(of, name).orElseThrow();
        return new Dimension(
                name,
                column,
                Form.WORD,
                0,
                of == Attribute.Of.FORCE_USE,
                attribute.list(),
                attribute.many(),
                covers(of, name));
    }

    static int covers(Attribute.Of of, String name) {
        return Covers.bits(List.of(Attributes.find(of, name).orElseThrow().covers()));
    }
}
