package dalil.command.http;

import dalil.command.claim.Texts;
import dalil.command.rule.Refusal;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ids as clients send them: any case, kept in lower case. */
public final class Ids {

    private Ids() {}

    /** The id that a client chose in the body, or a new one. */
    public static String given(@Nullable String id, Supplier<UUID> ids) {
        if (id == null) {
            return ids.get().toString();
        }
        String canonical = id.toLowerCase(Locale.ROOT);
        if (!Texts.isUuid(canonical)) {
            throw Refusal.field("/id", "malformed", "a UUID is required");
        }
        return canonical;
    }

    /** An id in a path; what is no UUID names nothing. */
    public static String path(String id) {
        String canonical = id.toLowerCase(Locale.ROOT);
        if (!Texts.isUuid(canonical)) {
            throw Refusal.unknown("no record or part of this id: a UUID is required");
        }
        return canonical;
    }
}
