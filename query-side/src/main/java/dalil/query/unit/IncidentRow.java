package dalil.query.unit;

import dalil.query.record.AttributeState;
import dalil.query.record.ClaimSet;
import dalil.query.record.IncidentState;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * An incident as it is counted.
 *
 * @param unit its number: the ledger index of its first fact
 * @param skipped retracted or discounted: counted nowhere
 * @param covers bits of what its review covers, if that makes it corroborated or confirmed; otherwise none
 * @param corroboration cell of its state
 * @param sources how many sources said something that stands
 * @param sourceType cells of the types of those sources
 * @param search titles and labels, folded to lower case
 */
public record IncidentRow(
        long unit,
        String id,
        boolean skipped,
        int covers,
        List<Integer> corroboration,
        int sources,
        List<Integer> sourceType,
        List<Integer> kind,
        List<Integer> role,
        List<Integer> label,
        PlaceCells place,
        TimeCells time,
        String search,
        String shown)
        implements UnitRow {

    static IncidentRow of(IncidentState state, ToIntFunction<String> sourceTypes, Words words) {
        ClaimSet claims = state.claims();
        AttributeState title = claims.attribute("title");
        AttributeState time = claims.attribute("time");
        AttributeState place = claims.attribute("place");
        AttributeState label = claims.attribute("label");
        long review = state.reviewedAt();
        Set<String> sources = state.liveSources();
        return new IncidentRow(
                state.firstIndex(),
                state.id(),
                Reviewed.isSkipped(state),
                Reviewed.covers(state),
                List.of(Cells.certain(words.number(state.corroboration()))),
                sources.size(),
                CodeCells.ofTypes(sources, sourceTypes),
                CodeCells.of(claims.attribute("kind").seenBy(review), words),
                CodeCells.of(claims.attribute("role").seenBy(review), words),
                CodeCells.of(label.seenBy(review), words),
                PlaceCells.of(place.seenBy(review), words),
                TimeCells.of(time.seenBy(review), words),
                search(title, label),
                shown(title, time, place).text());
    }

    /** Text as it is searched: in one form whatever the case and the way in which letters are composed. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String search(AttributeState title, AttributeState label) {
        StringBuilder text = new StringBuilder();
        title.values()
                .forEach(value -> text.append(CodeCells.word(value.value())).append('\n'));
        label.values()
                .forEach(value -> text.append(CodeCells.word(value.value())).append('\n'));
        return folded(text.toString());
    }

    private static Shown shown(AttributeState title, AttributeState time, AttributeState place) {
        return new Shown(
                title.values().stream()
                        .map(value -> new Shown.Title(CodeCells.word(value.value()), value.certain()))
                        .toList(),
                Shown.times(time),
                Shown.places(place));
    }
}
