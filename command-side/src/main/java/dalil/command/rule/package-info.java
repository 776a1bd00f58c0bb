/** Why something is refused: stable codes, the field they are about, and rules that carry the sentence they enforce. */
@NullMarked
package dalil.command.rule;

import org.jspecify.annotations.NullMarked;
