package dalil.command.imports.mapping;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which record a row is about, whatever else changes in it or around it. */
final class RowIdentity {

    private final Profile profile;
    private final DatasetIds ids;
    private final Map<UUID, Integer> occurrences = new HashMap<>();
    private final Set<UUID> named = new HashSet<>();
    private long repeated;

    RowIdentity(Profile profile, DatasetIds ids) {
        this.profile = profile;
        this.ids = ids;
    }

    UUID of(Scope scope) {
        if (profile.id().isEmpty()) {
            String content = RowContent.hash(scope.row());
            int occurrence = occurrences.merge(ids.row(content), 1, Integer::sum);
            return ids.unnamedRow(content, occurrence);
        }
        UUID id = ids.row(parts(profile.id(), scope, "id"));
        if (!named.add(id)) {
            repeated++;
        }
        return id;
    }

    /** How many rows had the id of an earlier one. */
    long repeated() {
        return repeated;
    }

    /** The parts of a name; all of them must be there. */
    static String[] parts(Iterable<Value> values, Scope scope, String what) {
        java.util.List<String> parts = new java.util.ArrayList<>();
        for (Value value : values) {
            parts.add(Values.one(value, scope)
                    .map(Found::text)
                    .orElseThrow(() -> new RowProblem(what, "missing-id", "the row does not say what names it")));
        }
        return parts.toArray(String[]::new);
    }
}
