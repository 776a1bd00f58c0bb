/**
 * The facts of the register, their vocabularies, and the one mapper that turns them into bytes and back. Names and JSON forms
 * found here are for ever.
 */
@NullMarked
package dalil.events;

import org.jspecify.annotations.NullMarked;
