package dalil.benchmarks.ledger;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A store behind Axon's contract for engines. */
interface Contestant extends AutoCloseable {

    /** What engines read at once; Axon's default of 100 was slower for every one of them. */
    int BATCH = 500;

    EventStorageEngine engine();

    /** How many events it holds, by its own count. */
    long events();

    /** Once much was appended: what an administrator would have done by then. */
    default void settle() {}

    @Override
    void close();
}
