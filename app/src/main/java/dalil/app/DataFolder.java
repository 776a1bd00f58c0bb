package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The folder that holds one case: {@code ledger/} is the truth, {@code facts/} is rebuilt from it at any time, {@code imports/}
 * holds uploads while they are read.
 */
final class DataFolder {

    /** Where a register is kept if nobody says where. */
    static final String DEFAULT = "dalil-data";

    /** What a new case is called if nobody says. */
    static final String CASE_NAME = "Unnamed case";

    /** Where a new case counts its days if nobody says. */
    static final String ZONE = "Asia/Bishkek";

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    Path ledger() {
        return folder.resolve("ledger");
    }

    /** Where its keys lie if nobody says where: beside it, so that who copies or restores the data leaves them alone. */
    Path keys() {
        return folder.resolveSibling(folder.toAbsolutePath().getFileName() + ".keys");
    }

    boolean hasLedger() {
        return Files.isDirectory(ledger());
    }

    /** Opens the ledger, or makes a new one where there is no folder of that name yet. */
    Ledger openOrCreate(CaseOptions options, Consumer<Throwable> onFailure) {
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), onFailure);
        return hasLedger()
                ? LedgerFolder.open(ledger(), wiring)
                : LedgerFolder.create(ledger(), options.ledgerCase(UUID.randomUUID()), wiring);
    }

    /**
     * What a new case is about; without effect on one that exists.
     *
     * @param name in the words of its keepers
     * @param zone in which its days and hours are counted
     */
    record CaseOptions(String name, ZoneId zone) {

        LedgerCase ledgerCase(UUID id) {
            return new LedgerCase(id, name, zone, List.of("ky", "ru", "en"), "dalil.invalid/" + id);
        }
    }
}
