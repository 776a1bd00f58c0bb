/**
 * When something is said to have happened, as vaguely as it was said: an EDTF level 0 or 1 date or interval of dates, and apart from
 * it the time of day. Facts carry the strings; here they are checked and turned into day bounds. No facts in, no facts out.
 */
@NullMarked
package dalil.events.time;

import org.jspecify.annotations.NullMarked;
