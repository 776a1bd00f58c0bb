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
 * @param worst cell of the worst of them: once by every live claim, once by those that are certain
 * @param step cells of each telling that has a place in time
 * @param from first day on which it can have happened; an open begin where nobody said
 * @param to last day, which is the day on which it was said where nobody said when it happened
 */
public record PatientPath(
        List<Integer> ever, List<Integer> worst, List<Integer> step, List<Integer> from, List<Integer> to) {

    /** From the worst on. Where two are known of one person, the first in this list is the worse. */
    static final List<String> FROM_THE_WORST = List.of(
            "died",
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

    static PatientPath of(AttributeState outcome, Words words) {
        List<Integer> ever = CodeCells.of(outcome, words);
        List<Integer> step = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        for (LiveValue value : outcome.values()) {
            if (value.value() instanceof ClaimValue.Word word) {
                int key = words.number(word.word());
                for (ClaimState claim : value.claims()) {
                    boolean certain = value.certain() && claim.disputes().isEmpty();
                    step.add(certain ? Cells.certain(key) : Cells.reported(key));
                    from.add(begin(claim.claim()));
                    to.add(end(claim.claim()));
                }
            }
        }
        return new PatientPath(ever, worst(outcome, words), step, from, to);
    }

    private static List<Integer> worst(AttributeState outcome, Words words) {
        Cells cells = new Cells();
        if (outcome.standing() == Standing.NOT_STATED) {
            return cells.add(Words.NOT_STATED_KEY, false).numbers();
        }
        String told = null;
        String certain = null;
        for (LiveValue value : outcome.values()) {
            if (value.value() instanceof ClaimValue.Word word) {
                told = worse(told, word.word());
                certain = value.certain() ? worse(certain, word.word()) : certain;
            } else {
                cells.add(
                        words.number(CodeCells.word(value.value())),
                        value.certain() && outcome.values().size() == 1);
            }
        }
        if (told != null) {
            cells.add(words.number(told), told.equals(certain));
        }
        if (certain != null) {
            cells.add(words.number(certain), true);
        }
        return cells.numbers();
    }

    private static String worse(@Nullable String one, String other) {
        return one == null || FROM_THE_WORST.indexOf(other) < FROM_THE_WORST.indexOf(one) ? other : one;
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
