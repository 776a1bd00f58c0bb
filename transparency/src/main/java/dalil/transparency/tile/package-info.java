/**
 * C2SP tlog-tiles: a tree cut into files of at most 256 hashes and bundles of at most 256 entries, their paths and their bytes. A
 * file once written never changes; what cannot be read as the standard has it is malformed.
 */
@NullMarked
package dalil.transparency.tile;

import org.jspecify.annotations.NullMarked;
