package dalil.query.unit;

import dalil.events.review.Review;
import dalil.query.record.RecordState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whose word a record rests on, by the numbers of sources that are on record.
 *
 * @param standing sources of every claim that stands
 * @param reliedOn sources that the review in force names: its origins, and whose evidence or record it examined
 * @param origins cell of how many origins those that stand have, as it was found when the record was laid out; certain where those
 *     that the review relied on have just these. It follows from the others and from whom sources have it, which a later fact may
 *     correct: a record is not another one for that
 */
public record Heard(List<Long> standing, List<Long> reliedOn, int origins) {

    /** @param sources UUIDs of those that said something that stands */
    static Heard of(Collection<String> sources, RecordState reviewed, SourceNumbers numbers) {
        List<String> named = new ArrayList<>();
        reviewed.review().ifPresent(state -> {
            Review review = state.review();
            named.addAll(review.origins());
            if (review.evidence() != null) {
                named.add(review.evidence().source());
            }
            if (review.confirmation() != null) {
                named.add(review.confirmation().source());
            }
        });
        Set<Long> ends = numbers(sources, numbers::origin);
        int origins =
                ends.equals(numbers(named, numbers::origin)) ? Cells.certain(ends.size()) : Cells.reported(ends.size());
        return new Heard(
                List.copyOf(numbers(sources, numbers::number)), List.copyOf(numbers(named, numbers::number)), origins);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Heard heard && standing.equals(heard.standing) && reliedOn.equals(heard.reliedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(standing, reliedOn);
    }

    private static Set<Long> numbers(Collection<String> sources, ToLongFunction<String> numbers) {
        Set<Long> found = new TreeSet<>();
        for (String source : sources) {
            long number = numbers.applyAsLong(source);
            if (number != SourceNumbers.NONE) {
                found.add(number);
            }
        }
        return found;
    }
}
