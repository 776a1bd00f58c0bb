package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** Opens the log's key, and makes it where the log has none yet. */
final class SigningKey {

    private SigningKey() {}

    /**
     * @param newKey whether a log that was signed with another key, which is not here, may go on with a new one
     * @param warning told of what its keepers should change
     */
    static KeyFolder open(Path folder, Ledger ledger, boolean newKey, Consumer<String> warning) {
        String origin = ledger.ledgerCase().origin();
        boolean lost =
                !KeyFolder.holdsKey(folder) && ledger.checkpoints().last().isPresent();
        if (lost && !newKey) {
            throw new KeyUnavailable(
                    folder,
                    "no key here, and the ledger has checkpoints signed with one; say --keys where it is, or --new-key if"
                            + " it is lost (docs/proofs.md)",
                    null);
        }
        Passphrase passphrase = Passphrase.of(folder, System.getenv(), new SecureRandom());
        if (!KeyFolder.holdsKey(folder)) {
            KeyFolder.make(folder, origin, passphrase, new SecureRandom());
            if (lost) {
                warning.accept("a new key signs for " + origin + "; whoever trusts the old one must be told");
            }
        }
        if (passphrase.besideKey()) {
            warning.accept("the key's passphrase lies beside the key: whoever has the folder " + folder
                    + " can sign in this register's name. Set " + Passphrase.VARIABLE + " or "
                    + Passphrase.FILE_VARIABLE + " before the first start of a register that matters.");
        }
        return KeyFolder.open(folder, origin, passphrase);
    }
}
