package dalil.command.source;

import dalil.command.StreamCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What can be asked of a source. {@code stream} is {@code source/uuid}. */
public sealed interface SourceCommand extends StreamCommand {

    /**
     * @param origin UUID of another source, {@code self} or {@code unknown}
     * @param dataset UUID of the dataset that brings it; null if a person enters it. A source that a dataset brings again is
     *     left as it is
     */
    record RegisterSource(
            @TargetAggregateIdentifier String stream,
            String type,
            @Nullable String connection,
            String origin,
            String name,
            @Nullable String url,
            @Nullable String reliability,
            @Nullable String dataset)
            implements SourceCommand {}

    /**
     * A source of which only the name is known, such as the publisher of a figure. A source of this name is left as it is.
     *
     * @param stream the one that {@link SourcesByName} gives for the name
     */
    record NameSource(@TargetAggregateIdentifier String stream, String name) implements SourceCommand {}

    /**
     * A report as the source that claims name; from whom its teller has it is not known. Left as it is where it is registered already.
     *
     * @param connection null if the teller did not say
     */
    record RegisterReport(
            @TargetAggregateIdentifier String stream,
            String type,
            @Nullable String connection,
            String name) implements SourceCommand {}

    record RateSource(@TargetAggregateIdentifier String stream, String reliability, String reason)
            implements SourceCommand {}

    record CorrectOrigin(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String origin,
            String reason)
            implements SourceCommand {}

    record StateIndependence(@TargetAggregateIdentifier String stream, String other, String basis, String reason)
            implements SourceCommand {}
}
