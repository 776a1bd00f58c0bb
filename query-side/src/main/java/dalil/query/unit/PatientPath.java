package dalil.query.unit;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;
import dalil.query.record.ClaimState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a person, three ways of telling it.
 *
 * @param ever cells of every outcome that some live claim tells
 * @param worst cell of the worst of them: once by every live claim, once by those that hold
 * @param step cells of each telling
 * @param from first day on which it can have happened; an open begin where nobody said
 * @param to last day, which is the day on which it was said where nobody said when it happened
 * @param byDay how it stood on any day ({@link DaysOfPath})
 */
public record PatientPath(
        List<Integer> ever,
        List<Integer> worst,
        List<Integer> step,
        List<Integer> from,
        List<Integer> to,
        List<Long> byDay) {

    private static final String DIED = "died";

    /** From the worst on. Where two are known of one person, the first in this list is the worse. */
    static final List<String> FROM_THE_WORST = List.of(
            DIED,
            "missing",
            "in-intensive-care",
            "hospitalised",
            "under-guard",
            "transferred",
            "left-against-advice",
            "discharged",
            "turned-away",
            "refused-admission",
            "treated-as-outpatient",
            "sought-help",
            "did-not-seek-care",
            "injured",
            "detained",
            "found");

    /** @param review ledger index of the review */
    static PatientPath of(AttributeState outcome, long review, Words words) {
        List<Step> steps = new ArrayList<>();
        for (LiveValue value : outcome.values()) {
            value.claims().forEach(claim -> steps.add(Step.of(claim, review)));
        }
        return new PatientPath(
                CodeCells.of(outcome.seenBy(review), words),
                worst(outcome, review, words),
                steps.stream().map(step -> step.cell(words)).toList(),
                steps.stream().map(Step::from).toList(),
                steps.stream().map(Step::to).toList(),
                DaysOfPath.of(
                        steps.stream().map(step -> step.among(steps, words)).toList()));
    }

    /**
     * One telling.
     *
     * @param certain whether it stands and the review saw it
     */
    private record Step(String word, boolean stands, boolean certain, int from, int to) {

        static Step of(ClaimState claim, long review) {
            ClaimValue value = claim.claim().value();
            boolean stands = value instanceof ClaimValue.Word && claim.undisputed();
            return new Step(
                    CodeCells.word(value),
                    stands,
                    stands && claim.changed() <= review,
                    begin(claim.claim()),
                    end(claim.claim()));
        }

        int cell(Words words) {
            int key = words.number(word);
            return certain ? Cells.certain(key) : Cells.reported(key);
        }

        DaysOfPath.Telling among(List<Step> all, Words words) {
            return new DaysOfPath.Telling(words.number(word), certain, stands, from, to, until(all));
        }

        private int until(List<Step> all) {
            return all.stream()
                    .filter(later -> later.replaces(this))
                    .mapToInt(Step::to)
                    .min()
                    .orElse(DayKeys.LAST);
        }

        /** Nothing comes after a death, whatever else is told of later days. */
        private boolean replaces(Step other) {
            return stands && !other.word.equals(DIED) && (word.equals(DIED) || from > other.to);
        }
    }

    private static List<Integer> worst(AttributeState outcome, long review, Words words) {
        Cells cells = new Cells();
        if (outcome.standing() == Standing.NOT_STATED) {
            return cells.add(Words.NOT_STATED_KEY, false).numbers();
        }
        LiveValue told = null;
        LiveValue holds = null;
        for (LiveValue value : outcome.values()) {
            if (value.value() instanceof ClaimValue.Word) {
                told = worse(told, value);
                holds = value.certain() ? worse(holds, value) : holds;
            } else {
                boolean alone = outcome.values().size() == 1;
                cells.add(
                        words.number(CodeCells.word(value.value())), alone && value.certain() && value.heldBy(review));
            }
        }
        if (told != null) {
            cells.add(words.number(CodeCells.word(told.value())), false);
        }
        if (holds != null) {
            cells.add(words.number(CodeCells.word(holds.value())), holds.heldBy(review));
        }
        return cells.numbers();
    }

    private static LiveValue worse(@Nullable LiveValue one, LiveValue other) {
        return one == null || rank(other) < rank(one) ? other : one;
    }

    private static int rank(LiveValue value) {
        return FROM_THE_WORST.indexOf(CodeCells.word(value.value()));
    }

    private static int begin(Claim claim) {
        LocalDate day = day(claim.occurred(), null, true);
        return day == null ? DayKeys.FIRST : DayKeys.day(day);
    }

    private static int end(Claim claim) {
        LocalDate day = day(claim.occurred(), claim.reported(), false);
        return day == null ? DayKeys.LAST : DayKeys.day(day);
    }

    private static @Nullable LocalDate day(@Nullable Occurred occurred, @Nullable String reported, boolean earliest) {
        String text = occurred != null ? occurred.date() : reported;
        if (text == null) {
            return null;
        }
        try {
            Edtf date = Edtf.parse(text);
            return earliest ? date.earliest() : date.latest();
        } catch (IllegalArgumentException notADate) {
            return null;
        }
    }
}
