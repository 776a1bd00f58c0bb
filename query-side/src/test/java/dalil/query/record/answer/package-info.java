@NullMarked
package dalil.query.record.answer;

import org.jspecify.annotations.NullMarked;
