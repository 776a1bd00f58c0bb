package dalil.events.claim;

import java.util.List;

/** A part of a record with claims of its own: a use of force, an injury. */
public interface ClaimedPart {

    /** UUID, unique in its record. */
    String id();

    List<Claim> claims();
}
