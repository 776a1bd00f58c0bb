package dalil.command.imports.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a row gives a published total.
 *
 * @param publisher null for the dataset's own
 * @param reportedVia null where it was read in the dataset
 * @param codes by the name that each has in a figure, such as {@code measure} or {@code includes.dead}
 * @param texts likewise, for those in the publisher's words
 * @param place path of the place that it is about, from the country down; empty where none is stated
 * @param value what it comes to; where the row has no number there is no figure
 */
public record FigureSpec(
        @Nullable Saying publisher,
        SourceSpec.Origin origin,
        @Nullable Saying reportedVia,
        @Nullable Value published,
        @Nullable AsOf asOf,
        Map<String, Value> codes,
        Map<String, Value> texts,
        ClaimSpec.Range value,
        @Nullable PartOf partOf,
        List<Value> place) {

    /** @param words in which the publisher says of when it is; null if they are not kept */
    public record AsOf(ClaimSpec.Time time, @Nullable Value words) {}

    /**
     * The figure that it is a part of.
     *
     * @param called another figure of the row; empty where it is one of another row
     * @param row what names the other row
     * @param id what names the figure in it
     */
    public record PartOf(String called, List<Value> row, List<Value> id) {}
}
