package dalil.events.claim;

import dalil.events.Protected;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as claimed.
 *
 * @param date EDTF level 1 date or interval
 * @param timeOfDay hours in the zone of the case; null if not said
 * @param words the speaker's own words, such as "around nine in the evening"; null if not kept
 */
public record Occurred(
        String date, @Nullable Hours timeOfDay, @Nullable Protected<String> words) implements ClaimValue {

    /**
     * A time of day or a span of it.
     *
     * @param from HH:mm, null for "until"
     * @param to HH:mm, null for "from … on"; earlier than {@code from} means past midnight
     * @param about whether the speaker was not exact
     */
    public record Hours(@Nullable String from, @Nullable String to, boolean about) {}
}
