package dalil.query.record;

import dalil.events.report.ReportFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report as its facts make it. Fed in order. */
public final class ReportState {

    /** Nothing has been made of it yet. */
    public static final String OPEN = "open";
    /** It was looked at and left, with a reason. */
    public static final String SET_ASIDE = "set-aside";
    /** What it told stands in records, even if it had been set aside before. */
    public static final String WORKED_UP = "worked-up";

    /** Into what it was worked up, and who did it. */
    public record WorkedUp(ReportFact.WorkedUp fact, Mark mark) {}

    /** What was said of consent later, and who recorded it. */
    public record ConsentChange(ReportFact.ConsentChanged fact, Mark mark) {}

    private ReportFact.@Nullable Taken taken;
    private @Nullable Mark made;
    private @Nullable Mark setAside;
    private final List<WorkedUp> workedUp = new ArrayList<>();
    private final List<ConsentChange> consentChanges = new ArrayList<>();

    /** The next fact of the stream, its ledger index and who did it. */
    public void apply(long index, ReportFact fact, Map<String, String> meta) {
        if (fact instanceof ReportFact.Taken first) {
            taken = first;
            made = Mark.of(index, meta, null);
        } else if (fact instanceof ReportFact.WorkedUp into) {
            workedUp.add(new WorkedUp(into, Mark.of(index, meta, null)));
        } else if (fact instanceof ReportFact.ConsentChanged changed) {
            consentChanges.add(new ConsentChange(changed, Mark.of(index, meta, changed.reason())));
        } else if (fact instanceof ReportFact.SetAside aside) {
            setAside = Mark.of(index, meta, aside.reason());
        }
    }

    /** What was told; empty before the first fact. */
    public Optional<ReportFact.Taken> taken() {
        return Optional.ofNullable(taken);
    }

    /** What recorded it; empty before the first fact. */
    public Optional<Mark> made() {
        return Optional.ofNullable(made);
    }

    /** In the order in which it was done. */
    public List<WorkedUp> workedUp() {
        return Collections.unmodifiableList(workedUp);
    }

    /** In the order in which it was said. */
    public List<ConsentChange> consentChanges() {
        return Collections.unmodifiableList(consentChanges);
    }

    /** The consent as it stands, with all that was said of it; empty if it was never spoken about. */
    public Optional<ReportFact.Consent> consent() {
        ReportFact.Consent first = taken == null ? null : taken.consent();
        if (first == null && consentChanges.isEmpty()) {
            return Optional.empty();
        }
        Map<List<String>, ReportFact.ConsentAnswer> answers = new LinkedHashMap<>();
        boolean explained = first != null && first.limitsExplained();
        for (ReportFact.ConsentAnswer answer : first == null ? List.<ReportFact.ConsentAnswer>of() : first.answers()) {
            answers.put(List.of(answer.recipient(), answer.element()), answer);
        }
        for (ConsentChange change : consentChanges) {
            explained |= change.fact().limitsExplained();
            change.fact()
                    .answers()
                    .forEach(answer -> answers.put(List.of(answer.recipient(), answer.element()), answer));
        }
        return Optional.of(new ReportFact.Consent(explained, List.copyOf(answers.values())));
    }

    /** Who set it aside and why, also where it was worked up after that. */
    public Optional<Mark> setAside() {
        return Optional.ofNullable(setAside);
    }

    /** {@link #OPEN}, {@link #SET_ASIDE} or {@link #WORKED_UP}. */
    public String state() {
        if (!workedUp.isEmpty()) {
            return WORKED_UP;
        }
        return setAside == null ? OPEN : SET_ASIDE;
    }

    /** Ledger index of the fact that made the state what it is; -1 before the first. */
    public long stateIndex() {
        if (!workedUp.isEmpty()) {
            return workedUp.get(0).mark().index();
        }
        Mark last = setAside == null ? made : setAside;
        return last == null ? -1 : last.index();
    }
}
