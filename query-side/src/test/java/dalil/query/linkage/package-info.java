@NullMarked
package dalil.query.linkage;

import org.jspecify.annotations.NullMarked;
