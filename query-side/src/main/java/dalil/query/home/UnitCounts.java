package dalil.query.home;

import java.util.Optional;

/** How many units the facts table counts. */
@FunctionalInterface
public interface UnitCounts {

    /**
     * What is counted at one index.
     *
     * @param casualties people, groups by their greatest number
     * @param position index of the last fact reflected; -1 if none
     */
    record Counted(long incidents, long forceUses, long casualties, long position) {}

    /** Empty while the table is being built. */
    Optional<Counted> count();
}
