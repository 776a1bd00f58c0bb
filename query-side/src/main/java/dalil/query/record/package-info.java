/**
 * One record as its facts make it, up to any index. Facts in: those of one stream, in order. Out: every claim with its standing,
 * and for each attribute the value in force. Pure: no clock, no store.
 */
@NullMarked
package dalil.query.record;

import org.jspecify.annotations.NullMarked;
