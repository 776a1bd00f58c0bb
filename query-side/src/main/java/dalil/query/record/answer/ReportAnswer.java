package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.Protected;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.CallBack;
import dalil.events.report.ReportFact.Consent;
import dalil.query.record.Mark;
import dalil.query.record.ReportState;
import dalil.query.record.ReportState.WorkedUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A report as the reader sees it. The code under which the person finds it again is not known here.
 *
 * @param version sequence number of the last fact considered
 * @param recorded when it was taken
 * @param state {@code open}, {@code worked-up} or {@code set-aside}
 * @param attributes channel, language, connection and the words
 * @param answers by question; a question that is not there was left open
 * @param callBack whether and how we may come back; absent if nothing was said about it
 * @param consent the first layer as it stands, with its history; absent if it was never spoken about
 * @param workedUp into which records, by whom
 * @param setAside true with the reason; absent if it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportAnswer(
        String id,
        String kind,
        long version,
        RecordLinks record,
        Told recorded,
        Told state,
        Map<String, Told> attributes,
        Map<String, Told> answers,
        @Nullable Map<String, Told> callBack,
        @Nullable Told consent,
        List<Told> workedUp,
        @Nullable Told setAside) {

    static ReportAnswer of(List<RecordedFact> stream) {
        ReportState state = new ReportState();
        stream.forEach(fact -> state.apply(fact.index(), (ReportFact) fact.fact(), fact.meta()));
        RecordedFact first = stream.get(0);
        ReportFact.Taken taken = state.taken().orElseThrow();
        long index = first.index();
        return new ReportAnswer(
                taken.id(),
                "report",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("reports", taken.id()),
                Told.byFact(first.recorded(), index),
                Told.byFact(state.state(), state.stateIndex()),
                attributes(taken, index),
                answers(taken, index),
                taken.callBack() == null ? null : callBack(taken.callBack(), index),
                consent(state, index),
                state.workedUp().stream().map(ReportAnswer::workedUp).toList(),
                state.setAside().map(ReportAnswer::setAside).orElse(null));
    }

    /** The same without anything that is protected: what a list may show. */
    ReportAnswer inTheOpen() {
        return new ReportAnswer(
                id,
                kind,
                version,
                record,
                recorded,
                state,
                open(attributes),
                open(answers),
                callBack == null ? null : open(callBack),
                consent == null ? null : Told.byFact(consent.value(), consent.index()),
                workedUp,
                null);
    }

    private static Map<String, Told> attributes(ReportFact.Taken taken, long index) {
        Map<String, Told> attributes = new LinkedHashMap<>();
        attributes.put("channel", Told.byFact(taken.channel(), index));
        attributes.put("language", Told.byFact(taken.language(), index));
        if (taken.connection() != null) {
            attributes.put("connection", Told.byFact(taken.connection(), index));
        }
        attributes.put("words", told(Shown.of(taken.words()), index));
        return attributes;
    }

    private static Map<String, Told> answers(ReportFact.Taken taken, long index) {
        Map<String, Told> answers = new LinkedHashMap<>();
        taken.answers().forEach(answered -> answers.put(answered.question(), told(Shown.of(answered.value()), index)));
        return answers;
    }

    private static Map<String, Told> callBack(CallBack callBack, long index) {
        Map<String, Told> shown = new LinkedHashMap<>();
        shown.put("whether", told(Shown.of(callBack.whether()), index));
        text(shown, "contact", callBack.contact(), index);
        text(shown, "when", callBack.when(), index);
        text(shown, "howSafely", callBack.howSafely(), index);
        return shown;
    }

    private static void text(Map<String, Told> shown, String name, @Nullable Protected<String> text, long index) {
        if (text != null) {
            shown.put(name, told(Shown.of(text), index));
        }
    }

    /** As it stands, and under {@code history} all that was said of it, the first too. */
    private static @Nullable Told consent(ReportState state, long taken) {
        Consent now = state.consent().orElse(null);
        if (now == null) {
            return null;
        }
        List<Told> history = new ArrayList<>();
        Consent first = state.taken().map(ReportFact.Taken::consent).orElse(null);
        if (first != null) {
            history.add(Told.byFact(members(first), taken));
        }
        state.consentChanges().forEach(change -> history.add(RecordShown.done(members(change.fact()), change.mark())));
        return Told.byFact(members(now), history.get(history.size() - 1).index())
                .with("history", history);
    }

    static Map<String, Object> members(ReportFact.ConsentChanged changed) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("by", changed.by());
        members.putAll(members(new Consent(changed.limitsExplained(), changed.answers())));
        return members;
    }

    /** In the shape in which it is sent. */
    static Map<String, Object> members(Consent consent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("limitsExplained", consent.limitsExplained());
        members.put(
                "answers",
                consent.answers().stream()
                        .map(answer -> Map.of(
                                "recipient", answer.recipient(),
                                "element", answer.element(),
                                "answer", answer.answer()))
                        .toList());
        return members;
    }

    private static Told workedUp(WorkedUp workedUp) {
        return RecordShown.done(members(workedUp.fact()), workedUp.mark());
    }

    static Map<String, Object> members(ReportFact.WorkedUp workedUp) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("source", workedUp.source());
        members.put("records", workedUp.records());
        return members;
    }

    private static Told setAside(Mark mark) {
        return RecordShown.done(true, mark);
    }

    private static Told told(Shown value, long index) {
        return new Told(value.value(), index, null, null, value.beside());
    }

    private static Map<String, Told> open(Map<String, Told> values) {
        Predicate<Told> open = told -> told.beside().isEmpty();
        Map<String, Told> left = new LinkedHashMap<>();
        values.forEach((name, told) -> {
            if (open.test(told)) {
                left.put(name, told);
            }
        });
        return left;
    }
}
