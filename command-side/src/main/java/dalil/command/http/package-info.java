/** The wire of the write side: idempotency, versions, answers and problems, alike for every endpoint. */
@NullMarked
package dalil.command.http;

import org.jspecify.annotations.NullMarked;
