package dalil.ledger;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What a ledger is about, fixed when it is created.
 *
 * @param id the ledger's id, also in its head
 * @param name the case in the words of its keepers
 * @param zone in which its days and hours are counted
 * @param languages BCP 47 tags, the first is the default
 * @param origin the log's name in checkpoints (C2SP tlog-tiles: a URL prefix without scheme)
 */
public record LedgerCase(UUID id, String name, ZoneId zone, List<String> languages, String origin) {

    public LedgerCase {
        languages = List.copyOf(languages);
        if (name.isBlank() || origin.isBlank() || languages.isEmpty()) {
            throw new IllegalArgumentException("a case has a name, at least one language and a log origin");
        }
    }
}
