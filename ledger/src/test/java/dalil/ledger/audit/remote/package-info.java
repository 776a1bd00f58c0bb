@NullMarked
package dalil.ledger.audit.remote;

import org.jspecify.annotations.NullMarked;
