/** Tests of the package of the same name; the MongoDB side is mongo-java-server. */
@NullMarked
package dalil.ledger.copy;

import org.jspecify.annotations.NullMarked;
