package dalil.query.home;

import java.util.Optional;

/** How many units the facts table counts. */
@FunctionalInterface
public interface UnitCounts {

    /**
     * What is counted at one index.
     *
     * @param position index of the last fact reflected; -1 if none
     */
    record Counted(long incidents, long forceUses, long position) {}

    /** Empty while the table is being built. */
    Optional<Counted> count();
}
