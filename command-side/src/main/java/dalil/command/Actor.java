package dalil.command;

import java.util.Map;

/**
 * Who acts. Until there are roles the name is what the caller says it is, so nothing is decided by it beyond "the reviewer is
 * not the recorder".
 *
 * @param subject the name given
 * @param role in which role
 * @param through by what means: {@code http}, {@code import}, {@code command-line}
 */
public record Actor(String subject, String role, String through) {

    /** Key of the acting person in the meta section of every fact. */
    public static final String META_ACTOR = "actor";

    static final String META_ROLE = "role";
    static final String META_THROUGH = "through";
    static final String META_BATCH = "batch";
    static final String META_RECEIVED = "received";

    /** The meta section's part about the actor. */
    Map<String, String> meta() {
        return Map.of(META_ACTOR, subject, META_ROLE, role, META_THROUGH, through);
    }
}
