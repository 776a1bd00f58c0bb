package dalil.query.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.figure.Reconciliation.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published totals beside a tally. They are never added to it, and it never to them.
 *
 * @param comparable those that count what the tally's total counts, in the order of what they are about
 * @param notComparable all others that stand, by what they count
 */
public record FiguresBeside(List<Compared> comparable, List<Apart> notComparable) {

    static final FiguresBeside NONE = new FiguresBeside(List.of(), List.of());

    /** @param gap what was published less what is documented; null where that is not exact */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(PublishedFigure figure, @Nullable Gap gap) {}

    /**
     * Figures that cannot stand beside the tally.
     *
     * @param figures how many there are
     * @param why in words: {@code not comparable: …}
     * @param place path of the place that they are about; absent where none is stated
     * @param list where they are read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Apart(
            String measure,
            String unit,
            String period,
            String population,
            long figures,
            String why,
            @Nullable List<String> place,
            String list) {}
}
