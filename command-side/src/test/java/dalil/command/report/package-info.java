@NullMarked
package dalil.command.report;

import org.jspecify.annotations.NullMarked;
