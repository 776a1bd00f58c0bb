@NullMarked
package dalil.query.home;

import org.jspecify.annotations.NullMarked;
