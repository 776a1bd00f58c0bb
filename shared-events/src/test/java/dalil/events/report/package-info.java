@NullMarked
package dalil.events.report;

import org.jspecify.annotations.NullMarked;
