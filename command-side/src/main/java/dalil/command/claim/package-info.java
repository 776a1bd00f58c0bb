/** What a claim must look like before it is recorded, and the claims a record holds. */
@NullMarked
package dalil.command.claim;

import org.jspecify.annotations.NullMarked;
