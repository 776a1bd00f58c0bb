@NullMarked
package dalil.query.wire;

import org.jspecify.annotations.NullMarked;
