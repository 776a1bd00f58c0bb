package dalil.command.imports.mapping.form;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a place: country, region, district, settlement. */
public final class PlacePathForm {

    private PlacePathForm() {}

    /** What the row names, from the country down; empty names in between where it leaves a level out, none at the end. */
    public static List<String> path(List<Value> levels, Scope scope) {
        List<String> path = new ArrayList<>();
        for (Value level : levels) {
            Optional<Found> found = Values.one(level, scope);
            if (found.isPresent() && found.get().text().indexOf('/') >= 0) {
                throw new RowProblem(found.get().column(), "malformed", "the name of a place holds no slash");
            }
            path.add(found.map(Found::text).orElse(""));
        }
        while (!path.isEmpty() && path.get(path.size() - 1).isEmpty()) {
            path.remove(path.size() - 1);
        }
        return path;
    }
}
