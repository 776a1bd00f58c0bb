@NullMarked
package dalil.query.format;

import org.jspecify.annotations.NullMarked;
