/**
 * Claims: who says what about which attribute. Every attribute of a record is set by claims and by nothing else, so this
 * package also holds the attributes themselves and the forms their values take.
 */
@NullMarked
package dalil.events.claim;

import org.jspecify.annotations.NullMarked;
