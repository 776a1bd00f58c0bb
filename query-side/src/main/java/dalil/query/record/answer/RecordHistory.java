package dalil.query.record.answer;

import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimChange;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import dalil.events.incident.IncidentFact;
import dalil.events.merger.MergerChange;
import dalil.events.review.Review;
import dalil.query.record.answer.HistoryEntry.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a record made of claims, fact by fact, with the values before and after. */
final class RecordHistory {

    private final boolean partsAreInjuries;
    private final Map<String, Known> claims = new HashMap<>();
    private @Nullable Object corroboration;
    private @Nullable String mergedInto;

    private RecordHistory(boolean partsAreInjuries) {
        this.partsAreInjuries = partsAreInjuries;
    }

    private record Known(@Nullable String part, Claim claim, ClaimValue value) {}

    /** One entry for each fact of an incident, in their order. */
    static List<HistoryEntry> ofIncident(List<RecordedFact> stream) {
        return new RecordHistory(false).of(stream);
    }

    /** One entry for each fact of a casualty, in their order. */
    static List<HistoryEntry> ofCasualty(List<RecordedFact> stream) {
        return new RecordHistory(true).of(stream);
    }

    private List<HistoryEntry> of(List<RecordedFact> stream) {
        return stream.stream().map(recorded -> entry(recorded, recorded.fact())).toList();
    }

    private HistoryEntry entry(RecordedFact recorded, Fact fact) {
        if (fact instanceof ClaimChange change) {
            return claims(recorded, change);
        }
        if (fact instanceof Review review) {
            Object before = corroboration;
            corroboration = ReviewShown.of(review);
            return HistoryEntry.of(
                    recorded, review.reason(), List.of(Change.of("corroboration", before, corroboration)));
        }
        if (fact instanceof MergerChange change) {
            return merger(recorded, change);
        }
        return fact instanceof CasualtyFact casualty
                ? ofCasualtyAlone(recorded, casualty)
                : ofIncidentAlone(recorded, (IncidentFact) fact);
    }

    private HistoryEntry ofIncidentAlone(RecordedFact recorded, IncidentFact fact) {
        if (fact instanceof IncidentFact.Linked linked) {
            return link(recorded, linked.relation(), linked.to(), null, linked.source());
        }
        if (fact instanceof IncidentFact.Retracted retracted) {
            return HistoryEntry.of(recorded, retracted.reason(), List.of(Change.of("retracted", false, true)));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private HistoryEntry ofCasualtyAlone(RecordedFact recorded, CasualtyFact fact) {
        if (fact instanceof CasualtyFact.Linked linked) {
            return link(recorded, linked.relation(), linked.to(), linked.part(), linked.source());
        }
        if (fact instanceof CasualtyFact.NamedOut named) {
            return HistoryEntry.of(recorded, null, List.of(Change.of("namedOut", null, named.casualty())));
        }
        if (fact instanceof CasualtyFact.NamingOutWithdrawn withdrawn) {
            return HistoryEntry.of(
                    recorded, withdrawn.reason(), List.of(Change.of("namedOut", withdrawn.casualty(), null)));
        }
        if (fact instanceof CasualtyFact.Retracted retracted) {
            return HistoryEntry.of(recorded, retracted.reason(), List.of(Change.of("retracted", false, true)));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private HistoryEntry merger(RecordedFact recorded, MergerChange change) {
        if (change instanceof MergerChange.MergedInto merged) {
            mergedInto = merged.into();
            return HistoryEntry.of(recorded, merged.reason(), List.of(Change.of("mergedInto", null, merged.into())));
        }
        if (change instanceof MergerChange.Unmerged unmerged) {
            return HistoryEntry.of(recorded, unmerged.reason(), List.of(Change.of("mergedInto", mergedInto, null)));
        }
        if (change instanceof MergerChange.CandidateNoted noted) {
            return HistoryEntry.of(recorded, null, List.of(Change.of("candidate", null, noted.other())));
        }
        if (change instanceof MergerChange.CandidateDismissed dismissed) {
            return HistoryEntry.of(
                    recorded, dismissed.reason(), List.of(Change.of("candidate", dismissed.other(), null)));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private static HistoryEntry link(
            RecordedFact recorded, String relation, String to, @Nullable String part, @Nullable String source) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("relation", relation);
        link.put("to", to);
        if (part != null) {
            link.put("part", part);
        }
        return HistoryEntry.of(
                recorded, null, List.of(Change.of("link", null, link).from(source)));
    }

    private HistoryEntry claims(RecordedFact recorded, ClaimChange change) {
        if (change instanceof ClaimChange.Begun begun) {
            List<Change> changes = new ArrayList<>(added(null, begun.claims()));
            begun.parts().forEach(part -> changes.addAll(added(part)));
            return HistoryEntry.of(recorded, null, changes);
        }
        if (change instanceof ClaimChange.PartRecorded part) {
            return HistoryEntry.of(recorded, null, added(part.recorded()));
        }
        if (change instanceof ClaimChange.Added added) {
            return HistoryEntry.of(recorded, null, added(added.part(), List.of(added.claim())));
        }
        if (change instanceof ClaimChange.Accepted accepted) {
            return claimEntry(recorded, accepted.claim(), null, accepted.reason());
        }
        if (change instanceof ClaimChange.Disputed disputed) {
            return claimEntry(recorded, disputed.claim(), disputed.source(), disputed.reason());
        }
        if (change instanceof ClaimChange.Withdrawn withdrawn) {
            Known known = claims.get(withdrawn.claim());
            Change gone = known == null ? unknown(withdrawn.claim()) : change(known, known.value(), null);
            return HistoryEntry.of(recorded, withdrawn.reason(), List.of(gone));
        }
        if (change instanceof ClaimChange.Corrected corrected) {
            Known before = claims.get(corrected.claim());
            if (before == null) {
                return HistoryEntry.of(recorded, corrected.reason(), List.of(unknown(corrected.claim())));
            }
            claims.put(corrected.claim(), new Known(before.part(), before.claim(), corrected.value()));
            return HistoryEntry.of(
                    recorded, corrected.reason(), List.of(change(before, before.value(), corrected.value())));
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private List<Change> added(ClaimedPart part) {
        return part.claims().isEmpty()
                ? List.of(about(null, part.id(), null, null, null, null, null))
                : added(part.id(), part.claims());
    }

    private List<Change> added(@Nullable String part, List<Claim> added) {
        List<Change> changes = new ArrayList<>();
        for (Claim claim : added) {
            Known known = new Known(part, claim, claim.value());
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
                : about(claim, known.part(), known.claim().attribute(), null, null, null, null);
        return HistoryEntry.of(recorded, reason, List.of(change.from(source)));
    }

    /** The write side refuses a claim that is not there; should one pass, its history is still read. */
    private Change unknown(String claim) {
        return about(claim, null, null, null, null, null, null);
    }

    private Change change(Known known, @Nullable ClaimValue before, @Nullable ClaimValue after) {
        Shown shownBefore = before == null ? null : Shown.of(before);
        Shown shownAfter = after == null ? null : Shown.of(after);
        List<String> erased = new ArrayList<>();
        if (shownBefore != null && shownBefore.isErased()) {
            erased.add("before");
        }
        if (shownAfter != null && shownAfter.isErased()) {
            erased.add("after");
        }
        return about(
                known.claim().id(),
                known.part(),
                known.claim().attribute(),
                known.claim().source(),
                shownBefore == null ? null : shownBefore.value(),
                shownAfter == null ? null : shownAfter.value(),
                erased.isEmpty() ? null : erased);
    }

    private Change about(
            @Nullable String claim,
            @Nullable String part,
            @Nullable String attribute,
            @Nullable String source,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable List<String> erased) {
        return new Change(
                claim,
                partsAreInjuries ? null : part,
                partsAreInjuries ? part : null,
                attribute,
                source,
                before,
                after,
                erased);
    }
}
