/**
 * One record as the reader sees it: folded from its stream on demand, at any index. Every value stands as {@code {"value",
 * "index", "claim", "source"}}, so that it leads to the fact and the source behind it; only the envelope is plain.
 */
@NullMarked
package dalil.query.record.answer;

import org.jspecify.annotations.NullMarked;
