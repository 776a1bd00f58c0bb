package dalil.command.imports.row;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands between content that may be protected and an id, which is open: without the secret behind it nobody can try out whether a
 * guess at the content gives the id. The register's ledger has such a secret.
 */
@FunctionalInterface
public interface ContentKey {

    /** The same content gives the same bytes under the same secret, and says nothing to whoever lacks it. */
    byte[] of(byte[] content);

    /** For a dry run where there is no register yet: its ids are shown to nobody and are not those of the import. */
    static ContentKey ofNoRegister() {
        return content -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
                return mac.doFinal(content);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
            }
        };
    }
}
