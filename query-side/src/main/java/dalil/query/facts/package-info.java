/**
 * The facts table: everything that lists, filters or counts reads it. In: all facts, in the order of the ledger, without their
 * protected values. Out: one row per version of a unit. Disposable: it is thrown away and built again whenever it does not
 * match the ledger.
 */
@NullMarked
package dalil.query.facts;

import org.jspecify.annotations.NullMarked;
