@NullMarked
package dalil.query.problem;

import org.jspecify.annotations.NullMarked;
