@NullMarked
package dalil.query.linkage.incident;

import org.jspecify.annotations.NullMarked;
