/** What a reviewer concludes about a record of any kind. */
@NullMarked
package dalil.events.review;

import org.jspecify.annotations.NullMarked;
