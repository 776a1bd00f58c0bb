package dalil.command.figure;

import dalil.command.ListedCommand;
import dalil.command.StreamCommand;
import dalil.events.figure.Figure;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What can be asked of a figure. {@code stream} is {@code figure/uuid}. */
public sealed interface FigureCommand extends StreamCommand {

    record PublishFigure(@TargetAggregateIdentifier String stream, Figure figure) implements FigureCommand {}

    /**
     * What a dataset lists now. The figure is recorded if it is new, corrected if the dataset says something else.
     *
     * @param dataset UUID of the dataset
     * @param overtaken whether the same files say something later about it: then it counts only if the dataset never said it
     */
    record PublishListedFigure(
            @TargetAggregateIdentifier String stream, String dataset, Figure figure, boolean overtaken)
            implements FigureCommand, ListedCommand {

        @Override
        public PublishListedFigure whenOvertaken() {
            return new PublishListedFigure(stream, dataset, figure, true);
        }
    }

    record CorrectFigure(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            Figure figure,
            String reason)
            implements FigureCommand {}

    record RetractFigure(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String reason) implements FigureCommand {}

    /** @param next UUID of the next figure of the same series */
    record FollowFigure(@TargetAggregateIdentifier String stream, String next) implements FigureCommand {}

    /** @param source UUID of the source in which the publisher takes it back */
    record WithdrawFigure(
            @TargetAggregateIdentifier String stream,
            String source,
            @Nullable String reported,
            String quote) implements FigureCommand {}

    record DisputeFigure(
            @TargetAggregateIdentifier String stream,
            @Nullable String source,
            String reason) implements FigureCommand {}
}
