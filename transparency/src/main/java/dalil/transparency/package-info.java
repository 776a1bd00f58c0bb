/**
 * Pure functions over hashes and bytes: the RFC 6962 tree, tiles, signed notes, checkpoints, proofs and the canonical JSON of
 * string-valued records. No I/O, no clock, no dependency beyond the JDK.
 *
 * <p>Three kinds of error are kept apart. {@link dalil.transparency.MalformedException}: the bytes are not of their format. {@link
 * dalil.transparency.VerificationException}: they are, and do not prove what they claim. {@link IllegalArgumentException}: the
 * caller asked for what cannot exist. Every {@code parse} takes exactly what its {@code format} gives. What {@code verify} answers
 * with is the evidence; before that, nothing read is to be believed.
 */
@NullMarked
package dalil.transparency;

import org.jspecify.annotations.NullMarked;
