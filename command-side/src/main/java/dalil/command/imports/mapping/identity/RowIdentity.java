package dalil.command.imports.mapping.identity;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.Datum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which record a row is about, whatever else changes in it or around it. */
public final class RowIdentity {

    private final Profile profile;
    private final DatasetIds ids;
    private final ProtectedColumns guarded;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Set<UUID> named = new HashSet<>();
    private long repeated;

    public RowIdentity(Profile profile, DatasetIds ids) {
        this.profile = profile;
        this.ids = ids;
        this.guarded = ProtectedColumns.of(profile);
    }

    /** The row's own id. */
    public UUID of(Scope scope) {
        if (profile.id().isEmpty()) {
            String content = RowContent.hash(scope.row());
            int occurrence = occurrences.merge(content, 1, Integer::sum);
            return ids.unnamedRow(content, occurrence);
        }
        UUID id = ids.row(openParts(profile.id(), scope));
        if (!named.add(id)) {
            repeated++;
        }
        return id;
    }

    /** How many rows had the id of an earlier one. */
    public long repeated() {
        return repeated;
    }

    /** The parts of a name that goes into an id as it is; where one of them is protected, one that nobody can guess at. */
    public String[] openParts(List<Value> values, Scope scope) {
        String[] parts = parts(values, scope, "id");
        return guarded.feed(values) ? new String[] {ids.keyed(parts)} : parts;
    }

    /** Another row of this profile, by the values that name it. */
    public UUID other(List<Value> name, Scope scope) {
        String[] parts = parts(name, scope, "ref");
        return ids.row(guarded.feed(profile.id()) ? new String[] {ids.keyed(parts)} : parts);
    }

    /** What stands in an id for content that nothing names, and that may be protected. */
    public String ofContent(Datum content) {
        return ids.keyed(RowContent.hash(content));
    }

    /** The parts of a name; all of them must be there. */
    public static String[] parts(Iterable<Value> values, Scope scope, String what) {
        List<String> parts = new ArrayList<>();
        for (Value value : values) {
            parts.add(Values.one(value, scope)
                    .map(Found::text)
                    .orElseThrow(() -> new RowProblem(what, "missing-id", "the row does not say what names it")));
        }
        return parts.toArray(String[]::new);
    }
}
