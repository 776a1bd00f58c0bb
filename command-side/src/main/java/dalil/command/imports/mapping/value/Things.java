package dalil.command.imports.mapping.value;

import dalil.command.imports.profile.Emit.ForEach;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things of a row that a {@code forEach} goes through. */
public final class Things {

    private Things() {}

    /** The row itself where there is no {@code forEach}. */
    public static List<Scope> of(@Nullable ForEach forEach, Scope scope) {
        if (forEach == null) {
            return List.of(scope);
        }
        List<Scope> things = new ArrayList<>();
        for (Value.OfColumn value : forEach.values()) {
            List<Datum> data = scope.data(value.column());
            if (data.stream().anyMatch(datum -> !(datum instanceof Scalar))) {
                data.forEach(datum -> things.add(scope.at(forEach.as(), datum)));
            } else {
                Values.raw(value, scope).forEach(text -> things.add(scope.at(forEach.as(), new Scalar(text))));
            }
        }
        scope.row().byName().forEach((name, datum) -> {
            boolean meant = forEach.columnsLike().stream().anyMatch(glob -> glob.matches(name));
            if (meant
                    && datum instanceof Scalar scalar
                    && !scope.isNull(scalar.text().strip(), List.of())) {
                things.add(scope.at(forEach.as(), datum));
            }
        });
        return things;
    }
}
