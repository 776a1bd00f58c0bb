package dalil.ledger.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the key of two passphrases with one hash instead of 600,000 rounds, which tests that open hundreds of key folders spent most of
 * their time on. Every other passphrase goes to the JDK, as in {@link KeyFolderTest}.
 */
public final class QuickPassphrase extends Provider {

    /** The passphrase that is quick. */
    public static final Passphrase FOR_TESTS = new Passphrase("for tests", false);

    /** Makes a passphrase beside a key that is quick as well. */
    public static final SecureRandom MAKING = new SecureRandom() {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
        }
    };

    private static final String MADE = "A".repeat(43);
    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    static {
        Security.insertProviderAt(new QuickPassphrase(), 1);
    }

    private QuickPassphrase() {
        super("DalilTests", "1", "one passphrase derived quickly");
        put("SecretKeyFactory." + ALGORITHM, Factory.class.getName());
    }

    /** Found by name. */
    public static final class Factory extends SecretKeyFactorySpi {

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            try {
                PBEKeySpec asked = (PBEKeySpec) spec;
                String passphrase = new String(asked.getPassword());
                if (!passphrase.equals(FOR_TESTS.text()) && !passphrase.equals(MADE)) {
                    return SecretKeyFactory.getInstance(ALGORITHM, "SunJCE").generateSecret(spec);
                }
                MessageDigest hash = MessageDigest.getInstance("SHA-256");
                hash.update(passphrase.getBytes(StandardCharsets.UTF_8));
                hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, asked.getIterationCount()));
                return new SecretKeySpec(hash.digest(asked.getSalt()), ALGORITHM);
            } catch (GeneralSecurityException failed) {
                throw new InvalidKeySpecException(failed);
            }
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> spec) throws InvalidKeySpecException {
            throw new InvalidKeySpecException("not asked for");
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            throw new InvalidKeyException("not asked for");
        }
    }
}
