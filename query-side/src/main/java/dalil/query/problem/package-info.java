/**
 * Questions that get no answer, as RFC 9457 problems. What cannot be answered is thrown where it is noticed and written here,
 * in one shape: {@code type, title, status, detail, code, errors}. A detail never repeats what was asked for, since a question
 * may hold a name.
 */
@NullMarked
package dalil.query.problem;

import org.jspecify.annotations.NullMarked;
