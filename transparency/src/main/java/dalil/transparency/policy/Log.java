package dalil.transparency.policy;

import dalil.transparency.note.VerifierKey;
import java.util.Optional;

/** A log whose checkpoints are accepted; its key's name is its origin. */
public record Log(VerifierKey key, Optional<String> url) {}
