package dalil.command;

/** Whether another record exists: its stream has facts in the ledger, or is being created by the same request. */
public interface KnownRecords {

    /** @param stream for example {@code source/6f1c…} */
    boolean exists(String stream);

    /** Whether there is a source of this id. */
    default boolean hasSource(String id) {
        return exists(Streams.source(id));
    }
}
