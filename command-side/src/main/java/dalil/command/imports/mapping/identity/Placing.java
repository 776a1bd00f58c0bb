package dalil.command.imports.mapping.identity;

import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Things;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.row.DatasetIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Which records a row gives and what their ids are, before it is known whether what it says of them can be recorded. */
public final class Placing {

    private final RowIdentity identity;

    public Placing(RowIdentity identity) {
        this.identity = identity;
    }

    /**
     * @param kind of what is placed, as it stands in ids
     * @param of the row, or the record that these are parts of
     * @param there whether a thing of the row gives it at all, beside its condition
     * @param into told each of them, in the order of the profile and of the row
     */
    public <E extends Emit> void place(
            String kind, UUID of, List<E> emits, Scope scope, BiPredicate<E, Scope> there, Consumer<Placed<E>> into) {
        Map<UUID, Integer> occurrences = new HashMap<>();
        for (E emit : emits) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (Conditions.holds(emit.when(), at) && there.test(emit, at)) {
                    String[] name = name(emit, at);
                    int occurrence = occurrences.merge(DatasetIds.part(of, kind, 1, name), 1, Integer::sum);
                    into.accept(new Placed<>(emit, at, DatasetIds.part(of, kind, occurrence, name)));
                }
            }
        }
    }

    /** What nothing names is told by the content of its thing, which may be protected; the one of its row needs no name. */
    private String[] name(Emit emit, Scope at) {
        if (!emit.id().isEmpty()) {
            return identity.openParts(emit.id(), at);
        }
        return emit.forEach() == null ? new String[0] : new String[] {identity.ofContent(at.thing())};
    }
}
