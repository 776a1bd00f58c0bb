package dalil.query.record.answer;

import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.CallBack;
import dalil.query.record.ReportState;
import dalil.query.record.answer.HistoryEntry.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a report, fact by fact. */
final class ReportHistory {

    private final ReportState state = new ReportState();

    private ReportHistory() {}

    /** One entry for each fact, in their order. */
    static List<HistoryEntry> of(List<RecordedFact> stream) {
        ReportHistory history = new ReportHistory();
        return stream.stream()
                .map(recorded -> history.entry(recorded, (ReportFact) recorded.fact()))
                .toList();
    }

    private HistoryEntry entry(RecordedFact recorded, ReportFact fact) {
        String before = state.state();
        ReportFact.Consent consent = state.consent().orElse(null);
        state.apply(recorded.index(), fact, recorded.meta());
        List<Change> changes = new ArrayList<>();
        if (fact instanceof ReportFact.Taken taken) {
            taken(changes, taken);
            return HistoryEntry.of(recorded, null, changes);
        }
        if (fact instanceof ReportFact.ConsentChanged changed) {
            changes.add(Change.of(
                    "consent", consent == null ? null : ReportAnswer.members(consent), ReportAnswer.members(changed)));
            return HistoryEntry.of(recorded, changed.reason(), changes);
        }
        changes.add(Change.of("state", before, state.state()));
        if (fact instanceof ReportFact.WorkedUp workedUp) {
            changes.add(Change.of("workedUp", null, ReportAnswer.members(workedUp)));
            return HistoryEntry.of(recorded, null, changes);
        }
        if (fact instanceof ReportFact.SetAside aside) {
            return HistoryEntry.of(recorded, aside.reason(), changes);
        }
        throw new IllegalArgumentException("a fact without a history: " + recorded.type());
    }

    private static void taken(List<Change> changes, ReportFact.Taken taken) {
        changes.add(Change.of("channel", null, taken.channel()));
        changes.add(Change.of("language", null, taken.language()));
        if (taken.connection() != null) {
            changes.add(Change.of("connection", null, taken.connection()));
        }
        text(changes, "words", taken.words());
        taken.answers().forEach(answered -> value(changes, answered.question(), answered.value()));
        @Nullable CallBack callBack = taken.callBack();
        if (callBack != null) {
            value(changes, "callBack.whether", callBack.whether());
            text(changes, "callBack.contact", callBack.contact());
            text(changes, "callBack.when", callBack.when());
            text(changes, "callBack.howSafely", callBack.howSafely());
        }
        if (taken.consent() != null) {
            changes.add(Change.of("consent", null, ReportAnswer.members(taken.consent())));
        }
    }

    private static void value(List<Change> changes, String attribute, ClaimValue value) {
        add(changes, attribute, Shown.of(value));
    }

    private static void text(List<Change> changes, String attribute, @Nullable Protected<String> text) {
        if (text != null) {
            add(changes, attribute, Shown.of(text));
        }
    }

    private static void add(List<Change> changes, String attribute, Shown shown) {
        changes.add(
                shown.isErased()
                        ? new Change(null, null, null, attribute, null, null, null, List.of("after"))
                        : Change.of(attribute, null, shown.value()));
    }
}
