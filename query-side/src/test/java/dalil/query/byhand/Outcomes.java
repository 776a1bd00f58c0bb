package dalil.query.byhand;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a person, counted in each of the three ways. */
final class Outcomes {

    private static final String DIED = "died";

    /** From the worst on. */
    private static final List<String> WORST = List.of(
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

    private final Reading outcome;

    Outcomes(Reading outcome) {
        this.outcome = outcome;
    }

    Map<String, Boolean> cells(Way way) {
        if (way.at() != null) {
            return at(way.at());
        }
        return way.ever() ? outcome.words() : worst();
    }

    private Map<String, Boolean> worst() {
        Map<String, Boolean> cells = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (Said said : outcome.said()) {
            if (said.value() instanceof ClaimValue.Word word) {
                told.add(word.word());
                if (said.holds()) {
                    held.add(word.word());
                }
            } else {
                boolean alone = outcome.values().size() == 1;
                cells.put(Reading.word(said.value()), alone && outcome.isCertain(said.same()));
            }
        }
        for (String worst : WORST) {
            if (told.contains(worst)) {
                cells.put(worst, false);
                break;
            }
        }
        for (String worst : WORST) {
            if (held.contains(worst)) {
                cells.put(worst, outcome.isCertain(new ClaimValue.Word(worst)));
                break;
            }
        }
        return cells.isEmpty() ? Map.of("not-stated", false) : cells;
    }

    /** Every telling that can have come true by the day and that nothing told without dispute has certainly replaced since. */
    private Map<String, Boolean> at(LocalDate day) {
        List<Said> standing = outcome.said().stream()
                .filter(said -> !first(said).isAfter(day))
                .filter(said -> outcome.said().stream().noneMatch(later -> replaces(later, said, day)))
                .toList();
        Map<String, Boolean> cells = new LinkedHashMap<>();
        for (Said said : standing) {
            boolean alone = standing.stream()
                    .filter(other -> other.value() instanceof ClaimValue.Word && other.holds())
                    .allMatch(other -> other.value().equals(said.value()));
            boolean certain = said.value() instanceof ClaimValue.Word
                    && said.heldBy(outcome.review())
                    && !last(said).isAfter(day)
                    && alone;
            cells.merge(Reading.word(said.value()), certain, Boolean::logicalOr);
        }
        return cells.isEmpty() ? Map.of("not-stated", false) : cells;
    }

    private static boolean replaces(Said later, Said said, LocalDate day) {
        if (!(later.value() instanceof ClaimValue.Word word)
                || !later.holds()
                || last(later).isAfter(day)
                || said.value().equals(new ClaimValue.Word(DIED))) {
            return false;
        }
        return word.word().equals(DIED) || first(later).isAfter(last(said));
    }

    private static LocalDate first(Said said) {
        Occurred occurred = said.claim().claim().occurred();
        LocalDate first = occurred == null ? null : Edtf.parse(occurred.date()).earliest();
        return first == null ? LocalDate.MIN : first;
    }

    private static LocalDate last(Said said) {
        Claim claim = said.claim().claim();
        String text = claim.occurred() != null ? claim.occurred().date() : claim.reported();
        LocalDate last = latest(text);
        return last == null ? LocalDate.MAX : last;
    }

    private static @Nullable LocalDate latest(@Nullable String date) {
        return date == null ? null : Edtf.parse(date).latest();
    }
}
