package dalil.command.imports.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row gives. */
public sealed interface Emit {

    /** For which things of the row; null for the row itself, once. */
    @Nullable ForEach forEach();

    /** On which condition; null for always. */
    @Nullable Condition when();

    /** By which it is the same at the next import; empty where nothing names it. */
    default List<Value> id() {
        return List.of();
    }

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
            SourceSpec source,
            @Nullable String existence,
            @Nullable Value words,
            int line)
            implements Emit {}

    /**
     * @param reported when its source said so; null for the date of the file
     * @param links to incidents of other rows
     */
    record Incident(
            @Nullable Condition when,
            @Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            List<Link> links,
            int line)
            implements Emit {

        @Override
        public @Nullable ForEach forEach() {
            return null;
        }
    }

    /**
     * A link to the incident of another row.
     *
     * @param relation a code of the list {@code incident-link}
     * @param to what names the other row
     * @param source null for whoever says the rest
     */
    record Link(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            String relation,
            List<Value> to,
            @Nullable Saying source,
            int line)
            implements Emit {}

    /** @param id by which it is the same use of force at the next import; empty for its content */
    record ForceUse(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            @Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            int line)
            implements Emit {}

    /**
     * @param id by which it is the same casualty at the next import; empty for the content of its thing
     * @param unit {@code individual} or {@code group}
     * @param incident what names the row whose incident it belongs to; empty for this row
     */
    record Casualty(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            String unit,
            List<Value> incident,
            @Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            List<Injury> injuries,
            int line)
            implements Emit {}

    /** Part of a casualty; what it leaves out is the casualty's. */
    record Injury(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            @Nullable Saying source,
            @Nullable Value reported,
            List<ClaimSpec> claims,
            int line)
            implements Emit {}

    /**
     * @param id by which it is the same figure at the next import; empty for the content of its thing
     * @param called by which another figure of the row names the whole that it is part of; empty if none does
     */
    record Figure(
            @Nullable ForEach forEach,
            @Nullable Condition when,
            List<Value> id,
            String called,
            FigureSpec figure,
            int line)
            implements Emit {}
}
