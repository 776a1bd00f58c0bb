package dalil.command;

/** A command to one record. */
public interface StreamCommand {

    /** The record's stream, {@code kind/uuid}; the kind says which aggregate decides. */
    String stream();
}
