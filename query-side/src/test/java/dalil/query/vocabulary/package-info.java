@NullMarked
package dalil.query.vocabulary;

import org.jspecify.annotations.NullMarked;
