package dalil.query.unit;

import dalil.query.record.ClaimSet;
import dalil.query.record.IncidentState;
import dalil.query.record.Together;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is counted.
 *
 * @param unit its number: the ledger index of its first fact
 * @param skipped retracted, discounted or merged into another: counted nowhere
 * @param covers bits of what its review covers, if that makes it corroborated or confirmed; otherwise none
 * @param corroboration cell of its state
 * @param sources how many sources said something that stands
 * @param sourceType cells of the types of those sources
 * @param heard those sources themselves, and those of the review
 * @param search titles and labels, folded to lower case
 */
public record IncidentRow(
        long unit,
        String id,
        Merged merged,
        boolean skipped,
        int covers,
        List<Integer> corroboration,
        int sources,
        List<Integer> sourceType,
        Heard heard,
        List<Integer> kind,
        List<Integer> role,
        List<Integer> label,
        PlaceCells place,
        TimeCells time,
        String search,
        String shown)
        implements UnitRow {

    /**
     * @param mergedSince ledger index since when another record stands for this one; -1 while it stands for itself
     * @param before as it was before the last fact; what that fact did not touch is taken from there
     */
    static IncidentRow of(
            Together<IncidentState> incident,
            long mergedSince,
            @Nullable IncidentRow before,
            SourceNumbers sourceTypes,
            Words words) {
        IncidentState state = incident.own();
        ClaimSet claims = incident.claims();
        Merged merged = Merged.of(incident, mergedSince, state.retraction().isPresent());
        long review = state.reviewedAt();
        long last = state.lastIndex();
        IncidentRow same = review == last ? null : before;
        Set<String> changed = same == null ? Set.of() : claims.changedAt(last);
        boolean titled = same == null || changed.contains("title");
        boolean timed = same == null || changed.contains("time");
        boolean placed = same == null || changed.contains("place");
        boolean labelled = same == null || changed.contains("label");
        Map<String, Long> sources = incident.sources();
        return new IncidentRow(
                state.firstIndex(),
                state.id(),
                merged,
                Reviewed.isSkipped(state) || merged.elsewhere(),
                Reviewed.covers(state),
                List.of(Cells.certain(words.number(state.corroboration()))),
                sources.size(),
                CodeCells.ofTypes(sources, review, sourceTypes),
                Heard.of(sources.keySet(), state, sourceTypes),
                same == null || changed.contains("kind") ? cells(claims, "kind", review, words) : same.kind(),
                same == null || changed.contains("role") ? cells(claims, "role", review, words) : same.role(),
                same == null || labelled ? cells(claims, "label", review, words) : same.label(),
                same == null || placed ? PlaceCells.of(claims.attribute("place").seenBy(review), words) : same.place(),
                same == null || timed ? TimeCells.of(claims.attribute("time").seenBy(review), words) : same.time(),
                same == null || titled || labelled ? search(claims) : same.search(),
                same == null || titled || timed || placed ? shown(claims).text() : same.shown());
    }

    private static List<Integer> cells(ClaimSet claims, String attribute, long review, Words words) {
        return CodeCells.of(claims.attribute(attribute).seenBy(review), words);
    }

    /** Text as it is searched: in one form whatever the case and the way in which letters are composed. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String search(ClaimSet claims) {
        StringBuilder text = new StringBuilder();
        for (String attribute : List.of("title", "label")) {
            claims.attribute(attribute)
                    .values()
                    .forEach(value -> text.append(CodeCells.word(value.value())).append('\n'));
        }
        return folded(text.toString());
    }

    private static Shown shown(ClaimSet claims) {
        return new Shown(
                claims.attribute("title").values().stream()
                        .map(value -> new Shown.Title(CodeCells.word(value.value()), value.certain()))
                        .toList(),
                Shown.times(claims.attribute("time")),
                Shown.places(claims.attribute("place")));
    }
}
