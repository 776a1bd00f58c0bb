/**
 * The words the register may use: lists of codes, which are for ever, and their labels in English, Russian and Kyrgyz, read from
 * {@code dalil/vocabulary}. Facts carry codes only; labels may change with every release. No facts in, no facts out.
 */
@NullMarked
package dalil.events.vocabulary;

import org.jspecify.annotations.NullMarked;
