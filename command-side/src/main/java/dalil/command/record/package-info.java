/**
 * What every record made of claims can be asked, whatever it is about: claims added, accepted, disputed, withdrawn, corrected; a review;
 * a retraction; a merger with another of its kind. Facts out: those of the record's own kind.
 */
@NullMarked
package dalil.command.record;

import org.jspecify.annotations.NullMarked;
