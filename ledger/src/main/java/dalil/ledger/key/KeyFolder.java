package dalil.ledger.key;

import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.sqlite.FolderLock;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one log's key: {@code log.key}, {@code last-signed}, and {@code passphrase} where nobody gave one. Open in one
 * process at a time: exactly one signs, also where the data folder was copied.
 */
public final class KeyFolder implements AutoCloseable {

    static final String KEY = "log.key";
    static final String LAST_SIGNED = "last-signed";

    private static final String LOCK = "keys.lock";

    // The longest canonical record, and so the longest file of either form.
    private static final int MOST_BYTES = 65_535;

    private final Path folder;
    private final NoteSigner signer;
    private final FolderLock lock;
    private @Nullable LastSigned lastSigned;

    private KeyFolder(Path folder, NoteSigner signer, @Nullable LastSigned lastSigned, FolderLock lock) {
        this.folder = folder;
        this.signer = signer;
        this.lastSigned = lastSigned;
        this.lock = lock;
    }

    /** Whether a key is there. */
    public static boolean holdsKey(Path folder) {
        return Files.exists(folder.resolve(KEY));
    }

    /**
     * Makes the key of a log that has none yet, in a folder that has none.
     *
     * @param origin the log's origin, which becomes the key's name
     * @throws KeyUnavailable if there is a key, or the trace of one
     */
    public static void make(Path folder, String origin, Passphrase passphrase, SecureRandom random) {
        if (holdsKey(folder)) {
            throw new KeyUnavailable(folder, "there is a key already", null);
        }
        if (Files.exists(folder.resolve(LAST_SIGNED))) {
            throw new KeyUnavailable(
                    folder, "the key is gone, but a checkpoint was signed with it; put " + KEY + " back", null);
        }
        try {
            DurableFile.folder(folder);
            // A crash before this returns: no key or a whole one, and nothing was signed with it.
            DurableFile.replace(
                    folder.resolve(KEY),
                    KeySeal.make(origin, passphrase, random).format());
        } catch (IOException failed) {
            throw new KeyUnavailable(folder, "the key cannot be written", failed);
        }
    }

    /**
     * Opens the key for signing.
     *
     * @param origin the log it must belong to
     * @throws KeyUnavailable if it is not there, malformed, another log's, or not opened by the passphrase
     * @throws dalil.ledger.fault.FolderInUse if another process signs with it
     */
    public static KeyFolder open(Path folder, String origin, Passphrase passphrase) {
        KeyFile file = keyFile(folder);
        if (!file.vkey().name().equals(origin)) {
            throw new KeyUnavailable(folder, "the key of " + file.vkey().name() + ", not of " + origin, null);
        }
        FolderLock lock = null;
        try {
            DurableFile.folder(folder);
            lock = FolderLock.take(folder, LOCK);
            NoteSigner signer = KeySeal.open(file, passphrase)
                    .orElseThrow(() -> new KeyUnavailable(folder, "wrong passphrase, or an altered " + KEY, null));
            LastSigned last = lastSigned(folder).orElse(null);
            if (last != null) {
                verify(folder, last, signer.verifierKey());
            }
            return new KeyFolder(folder, signer, last, lock);
        } catch (IOException failed) {
            release(lock);
            throw new KeyUnavailable(folder, "cannot be opened", failed);
        } catch (MalformedException malformed) {
            release(lock);
            throw new KeyUnavailable(folder, KEY + ": " + malformed.getMessage(), malformed);
        } catch (RuntimeException refused) {
            release(lock);
            throw refused;
        }
    }

    private static void verify(Path folder, LastSigned last, VerifierKey vkey) {
        try {
            last.checkpoint().verify(List.of(vkey), List.of());
        } catch (VerificationException forged) {
            throw new KeyUnavailable(folder, LAST_SIGNED + ": " + forged.getMessage(), forged);
        }
    }

    private static void release(@Nullable FolderLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException alreadyFailing) {
            // the first failure is the one to tell
        }
    }

    /** The public key; needs no passphrase. */
    public static VerifierKey publicKey(Path folder) {
        return keyFile(folder).vkey();
    }

    private static KeyFile keyFile(Path folder) {
        return read(folder, KEY, KeyFile::parse).orElseThrow(() -> new KeyUnavailable(folder, "no " + KEY, null));
    }

    /** The last checkpoint that was signed, its signature unchecked; needs no passphrase. */
    public static Optional<LastSigned> lastSigned(Path folder) {
        return read(folder, LAST_SIGNED, LastSigned::parse);
    }

    private static <T> Optional<T> read(Path folder, String name, Function<byte[], T> form) {
        try (var in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw MalformedException.because("at most " + MOST_BYTES + " bytes");
            }
            return Optional.of(form.apply(bytes));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new KeyUnavailable(folder, name + " cannot be read", failed);
        } catch (MalformedException malformed) {
            throw new KeyUnavailable(folder, name + ": " + malformed.getMessage(), malformed);
        }
    }

    public VerifierKey verifierKey() {
        return signer.verifierKey();
    }

    public NoteSigner signer() {
        return signer;
    }

    /** The last checkpoint that was signed with this key and kept here; empty if none ever was. */
    public Optional<LastSigned> lastSigned() {
        return Optional.ofNullable(lastSigned);
    }

    /**
     * Keeps a checkpoint as the last one, durably, before anybody sees it.
     *
     * @throws KeyUnavailable if it is unknown which one the disk holds; only the next start can tell
     */
    public void keep(LastSigned signed) {
        try {
            DurableFile.replace(folder.resolve(LAST_SIGNED), signed.format());
            lastSigned = signed;
        } catch (IOException failed) {
            throw new KeyUnavailable(folder, LAST_SIGNED + " cannot be written", failed);
        }
    }

    /** For {@link SignedCheckpoint}s that were signed elsewhere in this log's name: whether this key did. */
    public boolean signed(SignedCheckpoint checkpoint) {
        try {
            checkpoint.verify(List.of(verifierKey()), List.of());
            return true;
        } catch (VerificationException anotherKey) {
            return false;
        }
    }

    @Override
    public void close() {
        release(lock);
    }
}
