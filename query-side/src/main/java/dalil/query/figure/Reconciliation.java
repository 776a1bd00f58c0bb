package dalil.query.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.question.Breakdown.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is documented here beside what was published, publisher by publisher. Nothing is added to anything.
 *
 * @param index ledger index that all of it reflects
 * @param note what the numbers are not
 * @param series figures that can be set beside each other, in the order of time
 * @param bulletins what each publisher said at one time, and whether it adds up
 */
public record Reconciliation(String rule, long index, String note, List<Series> series, List<Bulletin> bulletins) {

    /**
     * Figures of one measure, unit, period, population and place.
     *
     * @param place path of the place; absent where none is stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(
            String measure,
            String unit,
            String period,
            String population,
            @Nullable List<String> place,
            List<Beside> figures) {}

    /**
     * A figure with the documented people beside it.
     *
     * @param documented what the register counts in the same way; null where that is not comparable
     * @param gap what was published less what is documented; null where that is not comparable or not exact
     * @param notComparable why nothing stands beside it; null where something does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Beside(
            PublishedFigure figure,
            @Nullable Documented documented,
            @Nullable Gap gap,
            @Nullable String notComparable) {}

    /** @param tally where the tally is read */
    public record Documented(long corroborated, long reported, String tally) {

        static Documented of(Numbers numbers, String tally) {
            return new Documented(numbers.corroborated(), numbers.reported(), tally);
        }
    }

    /** Published less documented; negative where more are documented. */
    public record Gap(long toReported, long toCorroborated) {}
}
