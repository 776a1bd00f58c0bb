package dalil.query.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register holds, as the page at the root says it.
 *
 * @param caseName the case in the words of its keepers
 * @param zone in which its days and hours are counted
 * @param casualties people reported harmed
 * @param position index of the last fact counted here; -1 if none was
 * @param last index of the last fact in the ledger; -1 if there is none
 * @param recorded when that fact was recorded; null if there is none
 * @param datasets imported datasets, by name
 */
record Holdings(
        String caseName,
        ZoneId zone,
        long incidents,
        long forceUses,
        long casualties,
        long sources,
        long position,
        long last,
        @Nullable Instant recorded,
        List<Dataset> datasets) {

    /**
     * A dataset as its publisher last listed it.
     *
     * @param id of its stream
     * @param asOf the date of that listing, ISO
     * @param listed how many records it lists
     */
    record Dataset(String id, String name, String asOf, long listed) {}

    Holdings {
        datasets = List.copyOf(datasets);
    }
}
