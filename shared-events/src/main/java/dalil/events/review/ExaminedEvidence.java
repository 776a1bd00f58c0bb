package dalil.events.review;

/**
 * Evidence that the reviewer looked at.
 *
 * @param kind a code of the list {@code evidence-kind}
 * @param source UUID of the direct source it belongs to
 */
public record ExaminedEvidence(String kind, String source) {}
