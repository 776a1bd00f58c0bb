@NullMarked
package dalil.command.casualty;

import org.jspecify.annotations.NullMarked;
