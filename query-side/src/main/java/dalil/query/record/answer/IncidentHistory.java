package dalil.query.record.answer;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.incident.IncidentFact;
import dalil.query.record.answer.HistoryEntry.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to an incident's record, fact by fact, with the values before and after. */
final class IncidentHistory {

    private final Map<String, Known> claims = new HashMap<>();
    private @Nullable Object corroboration;

    private IncidentHistory() {}

    private record Known(@Nullable String forceUse, Claim claim, ClaimValue value) {}

    /** One entry for each fact, in their order. */
    static List<HistoryEntry> of(List<RecordedFact> stream) {
        IncidentHistory history = new IncidentHistory();
        return stream.stream()
                .map(recorded -> history.entry(recorded, (IncidentFact) recorded.fact()))
                .toList();
    }

    private HistoryEntry entry(RecordedFact recorded, IncidentFact fact) {
        if (fact instanceof IncidentFact.Reported reported) {
            List<Change> changes = new ArrayList<>(added(null, reported.claims()));
            reported.forceUses().forEach(use -> changes.addAll(added(use)));
            return HistoryEntry.of(recorded, null, changes);
        }
        if (fact instanceof IncidentFact.ForceUseRecorded use) {
            return HistoryEntry.of(recorded, null, added(use.forceUse()));
        }
        if (fact instanceof IncidentFact.ClaimAdded added) {
            return HistoryEntry.of(recorded, null, added(added.forceUse(), List.of(added.claim())));
        }
        if (fact instanceof IncidentFact.ClaimAccepted accepted) {
            return claimEntry(recorded, accepted.claim(), null, accepted.reason());
        }
        if (fact instanceof IncidentFact.ClaimDisputed disputed) {
            return claimEntry(recorded, disputed.claim(), disputed.source(), disputed.reason());
        }
        if (fact instanceof IncidentFact.ClaimWithdrawn withdrawn) {
            Known known = claims.get(withdrawn.claim());
            Change change = known == null ? unknown(withdrawn.claim()) : change(known, known.value(), null);
            return HistoryEntry.of(recorded, withdrawn.reason(), List.of(change));
        }
        if (fact instanceof IncidentFact.ClaimCorrected corrected) {
            Known before = claims.get(corrected.claim());
            if (before == null) {
                return HistoryEntry.of(recorded, corrected.reason(), List.of(unknown(corrected.claim())));
            }
            claims.put(corrected.claim(), new Known(before.forceUse(), before.claim(), corrected.value()));
            return HistoryEntry.of(
                    recorded, corrected.reason(), List.of(change(before, before.value(), corrected.value())));
        }
        if (fact instanceof IncidentFact.Linked linked) {
            Map<String, @Nullable Object> link = new LinkedHashMap<>();
            link.put("relation", linked.relation());
            link.put("to", linked.to());
            return HistoryEntry.of(
                    recorded, null, List.of(Change.of("link", null, link).from(linked.source())));
        }
        if (fact instanceof IncidentFact.Reviewed reviewed) {
            Object before = corroboration;
            corroboration = ReviewShown.of(reviewed);
            return HistoryEntry.of(
                    recorded, reviewed.reason(), List.of(Change.of("corroboration", before, corroboration)));
        }
        if (fact instanceof IncidentFact.Retracted retracted) {
            return HistoryEntry.of(recorded, retracted.reason(), List.of(Change.of("retracted", false, true)));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private List<Change> added(IncidentFact.ForceUse use) {
        return use.claims().isEmpty()
                ? List.of(new Change(null, use.id(), null, null, null, null, null))
                : added(use.id(), use.claims());
    }

    private List<Change> added(@Nullable String forceUse, List<Claim> added) {
        List<Change> changes = new ArrayList<>();
        for (Claim claim : added) {
            Known known = new Known(forceUse, claim, claim.value());
            claims.put(claim.id(), known);
            changes.add(change(known, null, claim.value()));
        }
        return changes;
    }

    private HistoryEntry claimEntry(
            RecordedFact recorded, String claim, @Nullable String source, Protected<String> reason) {
        Known known = claims.get(claim);
        Change change = known == null
                ? unknown(claim)
                : new Change(claim, known.forceUse(), known.claim().attribute(), null, null, null, null);
        return HistoryEntry.of(recorded, reason, List.of(change.from(source)));
    }

    /** The write side refuses a claim that is not there; should one pass, its history is still read. */
    private static Change unknown(String claim) {
        return new Change(claim, null, null, null, null, null, null);
    }

    private static Change change(Known known, @Nullable ClaimValue before, @Nullable ClaimValue after) {
        Shown shownBefore = before == null ? null : Shown.of(before);
        Shown shownAfter = after == null ? null : Shown.of(after);
        List<String> erased = new ArrayList<>();
        if (shownBefore != null && shownBefore.isErased()) {
            erased.add("before");
        }
        if (shownAfter != null && shownAfter.isErased()) {
            erased.add("after");
        }
        return new Change(
                known.claim().id(),
                known.forceUse(),
                known.claim().attribute(),
                known.claim().source(),
                shownBefore == null ? null : shownBefore.value(),
                shownAfter == null ? null : shownAfter.value(),
                erased.isEmpty() ? null : erased);
    }
}
