@NullMarked
package dalil.command.dataset;

import org.jspecify.annotations.NullMarked;
