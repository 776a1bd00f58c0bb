package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bands of age in which a person is: by every claim about the age, and by every birth date together with every day on which the
 * harm may have been done. What is said of the age itself decides what is certain; where only a birth date is known, that does.
 */
final class AgeCells {

    private final AttributeState age;
    private final AttributeState born;
    private final TimeCells time;
    private final Words words;
    private final Cells cells = new Cells();

    private AgeCells(AttributeState age, AttributeState born, TimeCells time, Words words) {
        this.age = age;
        this.born = born;
        this.time = time;
        this.words = words;
    }

    /**
     * @param time when the harm was done
     * @param review ledger index of the review
     */
    static List<Integer> of(AttributeState age, AttributeState born, TimeCells time, long review, Words words) {
        boolean contradicted = contradicted(age, born, time);
        return new AgeCells(age.seenBy(review), born.seenBy(review), time, words).cells(contradicted);
    }

    private List<Integer> cells(boolean contradicted) {
        boolean numbers = age.values().stream().anyMatch(value -> value.value() instanceof ClaimValue.Range);
        boolean births = born.values().stream()
                .anyMatch(value -> !ofBirth(value.value(), time).isEmpty());
        boolean byAge = numbers || (!births && age.standing() != Standing.NOT_STATED);
        if (contradicted || (byAge ? age : born).standing() == Standing.CONTESTED) {
            cells.add(Words.CONTESTED_KEY, false);
        }
        age.values().forEach(value -> addAge(value, byAge && !contradicted));
        if (numbers || !byAge) {
            born.values().forEach(value -> addBirth(value, !byAge));
        }
        if (cells.isEmptyBut(Words.CONTESTED_KEY)) {
            cells.add(Words.NOT_STATED_KEY, false);
        }
        return cells.numbers();
    }

    private void addAge(LiveValue value, boolean deciding) {
        if (value.value() instanceof ClaimValue.Range years) {
            add(AgeBands.touched(years.least(), years.greatest()), value.certain() && deciding);
        } else {
            cells.add(words.number(CodeCells.word(value.value())), value.certain() && deciding);
        }
    }

    private void addBirth(LiveValue value, boolean deciding) {
        if (value.value() instanceof Occurred birth) {
            for (int at = 0; at < time.from().size(); at++) {
                add(
                        AgeBands.between(birth, time.from().get(at), time.to().get(at)),
                        value.certain() && deciding && inForce(at));
            }
        } else if (deciding) {
            cells.add(words.number(CodeCells.word(value.value())), value.certain());
        }
    }

    private boolean inForce(int at) {
        return time.from().get(at).equals(time.inForceFrom())
                && time.to().get(at).equals(time.inForceTo());
    }

    /** An age that touches several bands is reported in each and certain in none. */
    private void add(List<String> bands, boolean certain) {
        bands.forEach(band -> cells.add(words.number(band), certain && bands.size() == 1));
    }

    private static List<String> ofBirth(ClaimValue value, TimeCells time) {
        List<String> bands = new ArrayList<>();
        if (value instanceof Occurred birth) {
            for (int at = 0; at < time.from().size(); at++) {
                bands.addAll(
                        AgeBands.between(birth, time.from().get(at), time.to().get(at)));
            }
        }
        return bands;
    }

    /** Whether the age in force and the birth date in force have no band in common. */
    private static boolean contradicted(AttributeState age, AttributeState born, TimeCells time) {
        Set<String> byBirth = new HashSet<>();
        born.inForce().ifPresent(value -> byBirth.addAll(ofBirth(value, time)));
        return !byBirth.isEmpty()
                && age.inForce()
                        .filter(ClaimValue.Range.class::isInstance)
                        .map(ClaimValue.Range.class::cast)
                        .map(years -> AgeBands.touched(years.least(), years.greatest()).stream()
                                .noneMatch(byBirth::contains))
                        .orElse(false);
    }
}
