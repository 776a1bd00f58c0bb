package dalil.events;

/**
 * What a kind of fact is called in the bytes of the ledger, for ever.
 *
 * @param payload the Java class, free to move
 * @param name the literal on the wire, for example {@code incident.reported}; never a Java name, never renamed
 * @param revision the form of its JSON, counted from "1"
 */
public record FactType(Class<?> payload, String name, String revision) {}
