package dalil.ledger.audit;

import org.jspecify.annotations.Nullable;

/** A store did not answer. */
public final class Unreadable extends RuntimeException {

    private final boolean damage;

    /** @param damage whether what is stored is to blame, and not the way to it */
    public Unreadable(String message, boolean damage, @Nullable Throwable cause) {
        super(message, cause);
        this.damage = damage;
    }

    public boolean isDamage() {
        return damage;
    }
}
