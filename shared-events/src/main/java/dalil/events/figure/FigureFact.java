package dalil.events.figure;

import dalil.events.Fact;
import dalil.events.FactType;
import dalil.events.Protected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a figure. */
public sealed interface FigureFact extends Fact {

    /** @param dataset UUID of the dataset that brought it; null if a person entered it */
    record Published(String id, Figure figure, @Nullable String dataset) implements FigureFact {}

    /**
     * We entered it wrongly: this is what was published.
     *
     * @param dataset the dataset that brings the right figure; null where a person corrects it
     * @param reason null only where a dataset brings it
     */
    record Corrected(
            Figure figure,
            @Nullable String dataset,
            @Nullable Protected<String> reason) implements FigureFact {}

    /** The record should not stand; it stays readable and is shown as retracted. */
    record Retracted(Protected<String> reason) implements FigureFact {}

    /**
     * The next number of the same series.
     *
     * @param next UUID of the later figure
     */
    record FollowedBy(String next) implements FigureFact {}

    /**
     * Its publisher said that it no longer holds.
     *
     * @param source UUID of the source in which the publisher says so
     * @param reported EDTF date on which it said so; null if not known
     */
    record WithdrawnByPublisher(String source, @Nullable String reported, Protected<String> quote)
            implements FigureFact {}

    /** @param source UUID of the source that disputes it; null where the documenter does */
    record Disputed(@Nullable String source, Protected<String> reason) implements FigureFact {}

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(
            new FactType(Published.class, "figure.published", "1"),
            new FactType(Corrected.class, "figure.corrected", "1"),
            new FactType(Retracted.class, "figure.retracted", "1"),
            new FactType(FollowedBy.class, "figure.followed-by", "1"),
            new FactType(WithdrawnByPublisher.class, "figure.withdrawn-by-publisher", "1"),
            new FactType(Disputed.class, "figure.disputed", "1"));
}
