@NullMarked
package dalil.query.broken;

import org.jspecify.annotations.NullMarked;
