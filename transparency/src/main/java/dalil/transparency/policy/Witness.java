package dalil.transparency.policy;

import dalil.transparency.note.VerifierKey;
import java.util.Optional;

/** A witness by the name it has in its policy alone: opaque octets, one char each. */
public record Witness(String name, VerifierKey key, Optional<String> url) {}
