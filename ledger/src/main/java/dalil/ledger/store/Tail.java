package dalil.ledger.store;

import dalil.ledger.Head;

/**
 * Where a ledger ends, with what the next fact must not go below.
 *
 * @param recorded when the last fact was recorded, milliseconds since 1970; far below every time if there is none
 * @param highestAt the greatest {@code at} of all facts, milliseconds since 1970
 */
public record Tail(Head head, long recorded, long highestAt) {

    private static final long BEFORE_ALL = Long.MIN_VALUE / 2;

    /** Of a ledger without facts. */
    public static Tail empty(Head head) {
        return new Tail(head, BEFORE_ALL, Long.MIN_VALUE);
    }

    /** As a store has it. */
    public static Tail of(LedgerStore store) {
        Head head = store.head();
        long size = head.size();
        if (size == 0) {
            return empty(head);
        }
        long recorded = store.read(size - 1, size, 1).get(0).record().recorded();
        return new Tail(head, recorded, store.highestAt(size - 1));
    }
}
