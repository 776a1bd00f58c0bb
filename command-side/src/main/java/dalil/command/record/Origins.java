package dalil.command.record;

import java.util.List;
import java.util.Optional;

/**
 * From whom sources have what they say. Ten outlets repeating one statement are one origin, so a review that names two origins
 * has them looked up.
 */
public interface Origins {

    /**
     * Why these sources are not of independent origin: two of them go back to the same source, are stated to be related, or one
     * goes back to nobody knows whom. Empty if nothing speaks against their independence.
     *
     * @param sources UUIDs of registered sources
     */
    Optional<String> whyNotIndependent(List<String> sources);

    /** The types of a source and of every source behind it, as far as the chain is known: codes of {@code source-type}. */
    List<String> chainTypes(String source);
}
