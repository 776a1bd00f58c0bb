package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /**
     * Opens the ledger, or makes a new one where there is no folder of that name yet; only the owner of the process may enter it.
     *
     * @throws OtherCase if there is one and it is about something else
     */
    Ledger openOrCreate(CaseOptions options, Consumer<Throwable> onFailure) {
        return openOrCreate(new LedgerPlace.InFolder(ledger()), options, true, onFailure);
    }

    /**
     * The same for a ledger that may lie elsewhere; what is rebuilt from it lies in this folder.
     *
     * @param mayCreate whether a new one may be made; if not, none is {@link dalil.ledger.fault.NoLedgerHere}
     */
    Ledger openOrCreate(LedgerPlace place, CaseOptions options, boolean mayCreate, Consumer<Throwable> onFailure) {
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), onFailure);
        makePrivateIfNew();
        if (mayCreate && !place.hasLedger()) {
            return place.create(options.ledgerCase(UUID.randomUUID()), wiring);
        }
        Ledger ledger = place.open(wiring);
        if (!options.fit(ledger.ledgerCase())) {
            ledger.close();
            throw new OtherCase(ledger.ledgerCase());
        }
        return ledger;
    }

    private void makePrivateIfNew() {
        if (Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder holds a case of another name or time zone than was asked for; both are fixed for ever. */
    static final class OtherCase extends RuntimeException {
        OtherCase(LedgerCase there) {
            super("the folder holds the case \"" + there.name() + "\", which counts its days in " + there.zone()
                    + "; leave --case-name and --zone out, or name another folder");
        }
    }

    /**
     * What a new case is about.
     *
     * @param name in the words of its keepers; null if nobody said
     * @param zone in which its days and hours are counted; null if nobody said
     */
    record CaseOptions(@Nullable String name, @Nullable ZoneId zone) {

        LedgerCase ledgerCase(UUID id) {
            return new LedgerCase(
                    id,
                    name == null ? CASE_NAME : name,
                    zone == null ? ZoneId.of(ZONE) : zone,
                    List.of("ky", "ru", "en"),
                    "dalil.invalid/" + id);
        }

        boolean fit(LedgerCase there) {
            return (name == null || name.equals(there.name())) && (zone == null || zone.equals(there.zone()));
        }
    }
}
