@NullMarked
package dalil.command.proof;

import org.jspecify.annotations.NullMarked;
