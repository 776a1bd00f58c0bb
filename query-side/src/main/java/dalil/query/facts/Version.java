package dalil.query.facts;

import dalil.query.unit.UnitRow;

/**
 * A row while it held.
 *
 * @param from index of the fact that made it
 * @param to index of the fact that ended it; {@link Tables#OPEN} while it holds
 */
record Version<R extends UnitRow>(R row, long from, long to) {

    Version<R> endedAt(long index) {
        return new Version<>(row, from, index);
    }
}
