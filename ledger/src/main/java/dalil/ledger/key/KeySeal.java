package dalil.ledger.key;

import dalil.transparency.MalformedException;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a seed under a passphrase (RFC 8018 §5.2 PBKDF2, NIST SP 800-38D GCM) and opens it again. */
final class KeySeal {

    private static final int SEED_LENGTH = 32;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;

    private KeySeal() {}

    /** A new key of this name. */
    static KeyFile make(String name, Passphrase passphrase, SecureRandom random) {
        byte[] seed = random(random, SEED_LENGTH);
        VerifierKey vkey = NoteSigner.ofSeed(name, seed).verifierKey();
        KeyFile unsealed = new KeyFile(
                vkey,
                KeyFile.LEAST_ITERATIONS,
                random(random, KeyFile.SALT_LENGTH),
                random(random, KeyFile.NONCE_LENGTH),
                new byte[0]);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, unsealed, passphrase).doFinal(seed);
            return new KeyFile(vkey, unsealed.iterations(), unsealed.salt(), unsealed.nonce(), sealed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The signer; empty if the passphrase does not open it, or the file is not as it was sealed. */
    static Optional<NoteSigner> open(KeyFile file, Passphrase passphrase) {
        byte[] seed = new byte[0];
        try {
            seed = cipher(Cipher.DECRYPT_MODE, file, passphrase).doFinal(file.sealed());
            NoteSigner signer = NoteSigner.ofSeed(file.vkey().name(), seed);
            if (!signer.verifierKey().equals(file.vkey())) {
                throw MalformedException.because("the sealed key is not that of the vkey");
            }
            return Optional.of(signer);
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, KeyFile file, Passphrase passphrase) throws GeneralSecurityException {
        // The JDK takes the characters as UTF-8 here.
        PBEKeySpec spec = new PBEKeySpec(passphrase.text().toCharArray(), file.salt(), file.iterations(), KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        // One key seals once, since its salt is fresh, so the nonce cannot repeat.
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, file.nonce()));
        cipher.updateAAD(file.header());
        return cipher;
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
