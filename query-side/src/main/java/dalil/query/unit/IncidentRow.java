package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.ClaimSet;
import dalil.query.record.ClaimState;
import dalil.query.record.IncidentState;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is counted.
 *
 * @param unit its number: the ledger index of its first fact
 * @param skipped retracted or discounted: counted nowhere
 * @param covers bits of what its review covers, if that makes it corroborated or confirmed; otherwise none
 * @param corroboration cell of its state
 * @param sources how many sources said something that stands
 * @param search titles and labels, folded to lower case
 */
public record IncidentRow(
        long unit,
        String id,
        boolean skipped,
        int covers,
        List<Integer> corroboration,
        int sources,
        List<Integer> kind,
        List<Integer> role,
        List<Integer> label,
        List<Integer> country,
        List<Integer> region,
        List<Integer> district,
        List<Integer> settlement,
        TimeCells time,
        List<Spot> spots,
        String search,
        String shown)
        implements UnitRow {

    private static final Set<String> CORROBORATED = Set.of("corroborated", "confirmed");
    private static final String DISCOUNTED = "discounted";

    /** An open point, and whether it is that of the place in force. */
    public record Spot(double lat, double lon, boolean certain) {}

    /** @param before as it was before the state's last fact; what that did not touch is taken from there */
    static IncidentRow of(IncidentState state, @Nullable IncidentRow before, Words words) {
        ClaimSet claims = state.claims();
        String corroboration = state.corroboration();
        long review = state.reviewedAt();
        long last = state.lastIndex();
        IncidentRow same = review == last ? null : before;
        boolean titled = same == null || claims.changed("title", last);
        boolean timed = same == null || claims.changed("time", last);
        boolean placed = same == null || claims.changed("place", last);
        boolean labelled = same == null || claims.changed("label", last);
        AttributeState place = claims.attribute("place").seenBy(review);
        return new IncidentRow(
                state.firstIndex(),
                state.id(),
                state.retraction().isPresent() || corroboration.equals(DISCOUNTED),
                CORROBORATED.contains(corroboration) ? covers(state) : 0,
                List.of(Cells.certain(words.number(corroboration))),
                sources(state),
                same == null || claims.changed("kind", last) ? cells(claims, "kind", review, words) : same.kind(),
                same == null || claims.changed("role", last) ? cells(claims, "role", review, words) : same.role(),
                same == null || labelled ? cells(claims, "label", review, words) : same.label(),
                same == null || placed ? CodeCells.of(place, words, 1) : same.country(),
                same == null || placed ? CodeCells.of(place, words, 2) : same.region(),
                same == null || placed ? CodeCells.of(place, words, 3) : same.district(),
                same == null || placed ? CodeCells.of(place, words, PlacePath.LEVELS) : same.settlement(),
                same == null || timed ? TimeCells.of(claims.attribute("time").seenBy(review), words) : same.time(),
                same == null || placed ? spots(place) : same.spots(),
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

    private static int covers(IncidentState state) {
        return state.review()
                .map(review -> Covers.bits(review.review().covers()))
                .orElse(0);
    }

    private static int sources(IncidentState state) {
        Set<String> sources = new HashSet<>();
        count(state.claims(), sources);
        state.forceUses().values().forEach(claims -> count(claims, sources));
        return sources.size();
    }

    private static void count(ClaimSet claims, Set<String> sources) {
        for (ClaimState claim : claims.all()) {
            String source = claim.claim().source();
            if (claim.live() && source != null) {
                sources.add(source);
            }
        }
    }

    private static List<Spot> spots(AttributeState place) {
        List<Spot> spots = new ArrayList<>(1);
        for (LiveValue value : place.values()) {
            Place.Spot spot = value.value() instanceof Place at ? at.spot() : null;
            Double lat = spot == null ? null : degrees(spot.lat());
            Double lon = spot == null ? null : degrees(spot.lon());
            if (lat != null && lon != null) {
                spots.add(new Spot(lat, lon, value.certain()));
            }
        }
        return spots;
    }

    private static @Nullable Double degrees(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
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
                claims.attribute("time").values().stream()
                        .map(value -> when(value.value(), value.certain()))
                        .toList(),
                claims.attribute("place").values().stream()
                        .map(value -> where(value.value(), value.certain()))
                        .toList());
    }

    private static Shown.When when(ClaimValue value, boolean certain) {
        if (!(value instanceof Occurred occurred)) {
            return new Shown.When(CodeCells.word(value), null, null, false, null, null, certain);
        }
        Occurred.Hours hours = occurred.timeOfDay();
        TimeCells.Span span = TimeCells.Span.of(occurred);
        return new Shown.When(
                occurred.date(),
                hours == null ? null : hours.from(),
                hours == null ? null : hours.to(),
                hours != null && hours.about(),
                span == null || span.from() == DayKeys.FIRST
                        ? null
                        : DayKeys.date(span.from()).toString(),
                span == null || span.to() == DayKeys.LAST
                        ? null
                        : DayKeys.date(span.to()).toString(),
                certain);
    }

    private static Shown.Where where(ClaimValue value, boolean certain) {
        if (!(value instanceof Place place)) {
            return new Shown.Where(List.of(CodeCells.word(value)), "unknown", null, null, null, certain);
        }
        Place.Spot spot = place.spot();
        return new Shown.Where(
                place.path(),
                place.precision(),
                spot == null ? null : spot.name(),
                spot == null ? null : spot.lat(),
                spot == null ? null : spot.lon(),
                certain);
    }
}
