package dalil.command.http;

import dalil.command.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a write say.
 *
 * @param request the Idempotency-Key, or one made here
 * @param actor who acts, as far as the caller says
 * @param ifMatch the version named in If-Match; null if none is
 * @param operation method and path, part of what makes a request the same
 */
public record WriteCall(UUID request, Actor actor, @Nullable Long ifMatch, String operation) {

    /** Who acts where nobody says. */
    public static final String NOBODY_NAMED = "local";

    /** The version the caller decided on; {@link PreconditionRequired} if it named none. */
    public long version() {
        if (ifMatch == null) {
            throw new PreconditionRequired();
        }
        return ifMatch;
    }

    /** The same call, by somebody who said who they are; {@link MalformedHeader} if nobody did. */
    public WriteCall named() {
        if (actor.subject().equals(NOBODY_NAMED)) {
            throw new MalformedHeader("Dalil-Actor", "say who you are: the reviewer is not the recorder");
        }
        return this;
    }

    /** The command changes what others may be relying on, so it must say what it is based on. */
    public static final class PreconditionRequired extends RuntimeException {
        PreconditionRequired() {
            super("name the version that you read in If-Match");
        }
    }

    /** A header that cannot be read. */
    public static final class MalformedHeader extends RuntimeException {
        MalformedHeader(String header, String detail) {
            super(header + ": " + detail);
        }
    }
}
