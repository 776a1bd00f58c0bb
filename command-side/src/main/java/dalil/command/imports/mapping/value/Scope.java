package dalil.command.imports.mapping.value;

import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Items;
import dalil.command.imports.row.Datum.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What columns mean at one place: in a row, or at one thing of a row. */
public final class Scope {

    private final Profile profile;
    private final Fields row;
    private final @Nullable Thing thing;
    private final Set<Column> found;
    private final Set<String> labels;

    /** What a {@code forEach} is at, inside the one around it. */
    private record Thing(String as, Datum datum, @Nullable Thing around) {}

    private Scope(Profile profile, Fields row, @Nullable Thing thing, Set<Column> found, Set<String> labels) {
        this.profile = profile;
        this.row = row;
        this.thing = thing;
        this.found = found;
        this.labels = labels;
    }

    /** @param found told each column that was there */
    public static Scope of(Profile profile, Fields row, Set<Column> found) {
        return new Scope(profile, row, null, found, new LinkedHashSet<>());
    }

    /** The same row, at one of its things. */
    public Scope at(String as, Datum datum) {
        return new Scope(profile, row, new Thing(as, datum, thing), found, labels);
    }

    /** The same place, for a record that keeps the publisher's words about it itself. */
    public Scope withOwnLabels() {
        return new Scope(profile, row, thing, found, new LinkedHashSet<>());
    }

    /** The thing at which this is; the row itself where it is at none. */
    public Datum thing() {
        return thing == null ? row : thing.datum();
    }

    public Profile profile() {
        return profile;
    }

    public Fields row() {
        return row;
    }

    /** The publisher's words so far, in their order. */
    public Set<String> labels() {
        return labels;
    }

    public boolean isProtected(Column column) {
        return isProtected(column.text());
    }

    /** The same of a column or path as it is written. */
    public boolean isProtected(String column) {
        String root = column.split("\\.|\\[]", 2)[0];
        return profile.protectedColumns().contains(column)
                || profile.protectedColumns().contains(root);
    }

    /** The scalars at a column; a token for no value is none. */
    public List<String> texts(Column column, List<String> nulls) {
        List<String> texts = new ArrayList<>();
        for (Datum datum : data(column)) {
            if (!(datum instanceof Scalar scalar)) {
                throw new RowProblem(
                        column,
                        "not-a-value",
                        datum instanceof Items
                                ? "is a list; the profile has to name it with [] at its end"
                                : "is an object; the profile has to name one of its parts");
            }
            String text = scalar.text().strip();
            if (!isNull(text, nulls)) {
                texts.add(text);
            }
        }
        return texts;
    }

    public boolean isNull(String text, List<String> nulls) {
        return profile.nulls().contains(text) || nulls.contains(text);
    }

    /** Everything that stands at a column. */
    public List<Datum> data(Column column) {
        List<Datum> data = followed(column);
        if (data.stream()
                .anyMatch(datum ->
                        !(datum instanceof Scalar scalar && scalar.text().isBlank()))) {
            found.add(column);
        }
        return data;
    }

    private List<Datum> followed(Column column) {
        Datum whole = row.byName().get(column.text());
        if (!column.ofItem() && whole != null) {
            return List.of(whole);
        }
        List<Datum> here = new ArrayList<>();
        int next = 0;
        if (column.ofItem()) {
            expand(thing(column.item()), column.steps().get(0), here);
            next = 1;
        } else {
            here.add(row);
        }
        for (Column.Step step : column.steps().subList(next, column.steps().size())) {
            List<Datum> further = new ArrayList<>();
            for (Datum datum : here) {
                if (datum instanceof Fields fields) {
                    expand(fields.byName().get(step.name()), step, further);
                } else if (datum instanceof Items) {
                    throw new RowProblem(
                            column, "not-a-value", "goes through a list; the profile has to write [] there");
                }
            }
            here = further;
        }
        return here;
    }

    private @Nullable Datum thing(String as) {
        Thing at = thing;
        while (at != null && !at.as().equals(as)) {
            at = at.around();
        }
        return at == null ? null : at.datum();
    }

    private static void expand(@Nullable Datum datum, Column.Step step, List<Datum> into) {
        if (datum instanceof Items items && step.each()) {
            into.addAll(items.items());
        } else if (datum != null) {
            into.add(datum);
        }
    }
}
