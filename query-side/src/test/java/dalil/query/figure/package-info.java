@NullMarked
package dalil.query.figure;

import org.jspecify.annotations.NullMarked;
