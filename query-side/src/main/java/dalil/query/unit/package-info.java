/**
 * The units that are counted, as rows. In: the state of one incident. Out: for the incident and each use of force in it, the cells
 * of every dimension in which it is reported, and in which of them its value in force puts it certainly. Pure.
 */
@NullMarked
package dalil.query.unit;

import org.jspecify.annotations.NullMarked;
