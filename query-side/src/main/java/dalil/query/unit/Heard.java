package dalil.query.unit;

import dalil.events.review.Review;
import dalil.query.record.RecordState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose word a record rests on, by the numbers of sources that are on record. How many origins that is, is found when it is asked for.
 *
 * @param standing sources of every claim that stands
 * @param reliedOn sources that the review in force names: its origins, and whose evidence or record it examined
 */
public record Heard(List<Long> standing, List<Long> reliedOn) {

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
        return new Heard(numbers(sources, numbers), numbers(named, numbers));
    }

    private static List<Long> numbers(Collection<String> sources, SourceNumbers numbers) {
        Set<Long> found = new TreeSet<>();
        for (String source : sources) {
            long number = numbers.number(source);
            if (number != SourceNumbers.NONE) {
                found.add(number);
            }
        }
        return List.copyOf(found);
    }
}
