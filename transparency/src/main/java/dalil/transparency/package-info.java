/**
 * Pure functions over hashes and bytes: the RFC 6962 tree, tiles, signed notes, checkpoints, proofs and the canonical JSON of
 * string-valued records. No I/O, no clock, no dependency beyond the JDK.
 */
@NullMarked
package dalil.transparency;

import org.jspecify.annotations.NullMarked;
