package dalil.query.question;

import org.jspecify.annotations.Nullable;

/**
 * What one filter asks of a row.
 *
 * @param holds whether some live claim meets it
 * @param certain whether the value in force meets it; null where nothing is claimed
 * @param covers bits of what a review must cover for that
 * @param ofPart whether it is about a part, such as a use of force
 */
record Condition(Sql holds, @Nullable Sql certain, int covers, boolean ofPart) {

    static Condition never(int covers, boolean ofPart) {
        return new Condition(new Sql().add("FALSE"), null, covers, ofPart);
    }
}
