@NullMarked
package dalil.command.report.page;

import org.jspecify.annotations.NullMarked;
