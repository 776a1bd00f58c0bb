/** The words that records are written in, with their labels, and whether a person has reviewed the labels of a language. */
@NullMarked
package dalil.query.vocabulary;

import org.jspecify.annotations.NullMarked;
