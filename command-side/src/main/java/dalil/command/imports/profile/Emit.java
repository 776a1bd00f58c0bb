package dalil.command.imports.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row gives. Casualties and figures will be two more of these. */
public sealed interface Emit {

    /** For which things of the row; null for the row itself, once. */
    @Nullable ForEach forEach();

    /** On which condition; null for always. */
    @Nullable Condition when();

    /**
     * The things of a row for which something is given.
     *
     * @param as how the profile calls the thing
     */
    record ForEach(List<Value.OfColumn> values, List<Glob> columnsLike, String as) {}

    /**
     * @param called by which claims name it; empty if none does
     * @param existence a code: what it says about whether the incident happened; null if nothing
     * @param words in which it says so
     */
    record Source(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            String called,
            Value type,
            Value name,
            @Nullable Value url,
            @Nullable Value connection,
            @Nullable Value origin,
            @Nullable Value reliability,
            @Nullable String existence,
            @Nullable Value words,
            int line)
            implements Emit {}

    /** @param reported when its source said so; null for the date of the file */
    record Incident(
            @Nullable Condition when,
            ClaimSpec.@Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            int line)
            implements Emit {

        @Override
        public @Nullable ForEach forEach() {
            return null;
        }
    }

    /** @param id by which it is the same use of force at the next import; empty for its content */
    record ForceUse(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            ClaimSpec.@Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            int line)
            implements Emit {}
}
