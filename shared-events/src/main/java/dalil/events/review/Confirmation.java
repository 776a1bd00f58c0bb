package dalil.events.review;

/**
 * What lifts a corroborated record to a confirmed one.
 *
 * @param basis {@code other-purpose-record} or {@code acknowledged-by-authority}
 * @param source UUID of the source that shows it
 */
public record Confirmation(String basis, String source) {}
