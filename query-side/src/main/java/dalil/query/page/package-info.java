/** What pages for people share: one style, one policy, one way of escaping. */
@NullMarked
package dalil.query.page;

import org.jspecify.annotations.NullMarked;
