package dalil.query.unit;

import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.Standing;
import dalil.query.record.CasualtyState;
import dalil.query.record.ClaimSet;
import dalil.query.record.Together;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A casualty as it is counted: a person, or a group with its least and its greatest number.
 *
 * @param unit its number: the ledger index of its first fact
 * @param incident number of the incident that its own record names; -1 if none
 * @param namedOut UUIDs of the people who are named out of this group
 * @param skipped retracted, discounted, merged into another, of an incident that is not counted, or nobody left in the group
 * @param covers bits of what its review covers, if that makes it corroborated or confirmed; otherwise none. The time and the place
 *     that it has from its incident are covered by the review of the incident
 * @param least how many people at least, as it is claimed
 * @param greatest how many people at most, as it is claimed
 * @param reviewed how many of them are added to what is corroborated, if the casualty is
 * @param sources how many sources said something that stands
 * @param sourceType cells of the types of those sources
 * @param heard those sources themselves, and those of the review
 * @param place its own; where nothing is said of it, that of the incident
 * @param time its own; where nothing is said of it, that of the incident
 * @param search labels, folded to lower case
 */
public record CasualtyRow(
        long unit,
        String id,
        long incident,
        Merged merged,
        List<String> namedOut,
        boolean skipped,
        int covers,
        int least,
        int greatest,
        int reviewed,
        List<Integer> corroboration,
        int sources,
        List<Integer> sourceType,
        Heard heard,
        PatientPath path,
        List<Integer> role,
        List<Integer> sex,
        List<Integer> age,
        List<Integer> label,
        PlaceCells place,
        TimeCells time,
        String search,
        String shown)
        implements UnitRow {

    /** @param sourceTypes word of a source's type, by the source's UUID */
    static CasualtyRow of(
            Together<CasualtyState> person, Circumstances circumstances, SourceNumbers sourceTypes, Words words) {
        CasualtyState own = person.own();
        IncidentRow incident = circumstances.incident();
        ClaimSet claims = person.claims();
        long review = own.reviewedAt();
        AttributeState time = claims.attribute("time").seenBy(review);
        AttributeState place = claims.attribute("place").seenBy(review);
        AttributeState label = claims.attribute("label").seenBy(review);
        boolean ownTime = time.standing() != Standing.NOT_STATED;
        boolean ownPlace = place.standing() != Standing.NOT_STATED;
        int vouched = circumstances.vouched(review);
        TimeCells timeCells = incident == null || ownTime ? TimeCells.of(time, words) : inherited(incident, vouched);
        PlaceCells placeCells =
                incident == null || ownPlace ? PlaceCells.of(place, words) : inheritedPlace(incident, vouched);
        Merged merged = Merged.of(
                person,
                circumstances.mergedSince(),
                own.isGroup() || own.retraction().isPresent());
        GroupSize size = own.isGroup()
                ? GroupSize.of(claims.attribute("persons"), review).less(circumstances.namedOut())
                : GroupSize.ONE;
        return new CasualtyRow(
                own.firstIndex(),
                own.id(),
                circumstances.ownIncident(),
                merged,
                List.copyOf(own.namedOut().keySet()),
                Reviewed.isSkipped(own) || merged.elsewhere() || circumstances.nowhere() || size.greatest() == 0,
                covers(Reviewed.covers(own), vouched, ownTime, ownPlace),
                Math.toIntExact(size.least()),
                Math.toIntExact(size.greatest()),
                Math.toIntExact(size.reviewed()),
                List.of(Cells.certain(words.number(own.corroboration()))),
                person.sources().size(),
                CodeCells.ofTypes(person.sources(), review, sourceTypes),
                Heard.of(person.sources().keySet(), own, sourceTypes),
                PatientPath.of(claims.attribute("outcome"), review, words),
                CodeCells.of(claims.attribute("role").seenBy(review), words),
                // a group has no sex and no age, whatever is said of it
                own.isGroup()
                        ? CodeCells.NOT_STATED
                        : CodeCells.of(claims.attribute("sex").seenBy(review), words),
                own.isGroup()
                        ? CodeCells.NOT_STATED
                        : AgeCells.of(claims.attribute("age"), claims.attribute("born"), timeCells, review, words),
                CodeCells.of(label, words),
                placeCells,
                timeCells,
                search(label),
                shown(claims, ownTime ? null : incident, ownPlace ? null : incident)
                        .text());
    }

    /** Its own review must have found that it happened; then the incident's counts for what it has from there. */
    private static int covers(int own, int vouched, boolean ownTime, boolean ownPlace) {
        if (own == 0) {
            return 0;
        }
        int had = (ownTime ? 0 : Covers.TIME) | (ownPlace ? 0 : Covers.PLACE);
        return own | vouched & had;
    }

    /**
     * @param timed incident of which it has the time; null if it has its own
     * @param placed incident of which it has the place; null if it has its own
     */
    private static Shown shown(ClaimSet claims, @Nullable IncidentRow timed, @Nullable IncidentRow placed) {
        return new Shown(
                List.of(),
                timed == null
                        ? Shown.times(claims.attribute("time"))
                        : Shown.read(timed.shown()).times(),
                placed == null
                        ? Shown.places(claims.attribute("place"))
                        : Shown.read(placed.shown()).places());
    }

    private static TimeCells inherited(IncidentRow incident, int vouched) {
        return (vouched & Covers.TIME) != 0 ? incident.time() : incident.time().onlyReported();
    }

    private static PlaceCells inheritedPlace(IncidentRow incident, int vouched) {
        return (vouched & Covers.PLACE) != 0
                ? incident.place()
                : incident.place().onlyReported();
    }

    private static String search(AttributeState label) {
        StringBuilder text = new StringBuilder();
        label.values()
                .forEach(value -> text.append(CodeCells.word(value.value())).append('\n'));
        return IncidentRow.folded(text.toString());
    }
}
