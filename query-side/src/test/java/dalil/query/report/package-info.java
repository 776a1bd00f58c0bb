@NullMarked
package dalil.query.report;

import org.jspecify.annotations.NullMarked;
