package dalil.transparency.note;

import java.util.OptionalLong;

/** Who signed, and for a cosignature when, in seconds since 1970. */
public record VerifiedSignature(VerifierKey key, OptionalLong posixSeconds) {}
