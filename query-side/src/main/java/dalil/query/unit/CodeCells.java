package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Place;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The cells of what is told by a word: a code, a label, the name of a place. */
final class CodeCells {

    static final List<Integer> NOT_STATED = List.of(Cells.reported(Words.NOT_STATED_KEY));

    private CodeCells() {}

    static List<Integer> of(AttributeState state, Words words) {
        return of(state, words, CodeCells::word);
    }

    /** Cells of a place down to a level. */
    static List<Integer> of(AttributeState place, Words words, int level) {
        return of(
                place,
                words,
                value -> value instanceof Place at ? PlacePath.word(at.path(), level) : CodeCells.word(value));
    }

    private static List<Integer> of(AttributeState state, Words words, Function<ClaimValue, String> word) {
        if (state.standing() == Standing.NOT_STATED) {
            return NOT_STATED;
        }
        if (state.values().size() == 1 && state.standing() != Standing.CONTESTED) {
            LiveValue only = state.values().get(0);
            int key = words.number(word.apply(only.value()));
            return List.of(only.certain() ? Cells.certain(key) : Cells.reported(key));
        }
        Cells cells = new Cells();
        if (state.standing() == Standing.CONTESTED) {
            cells.add(Words.CONTESTED_KEY, false);
        }
        for (LiveValue value : state.values()) {
            cells.add(words.number(word.apply(value.value())), value.certain());
        }
        return cells.numbers();
    }

    /**
     * Cells of the types of sources. Certain are those of sources that are on record and that the review could know of.
     *
     * @param sources ledger index from which each says something
     * @param review ledger index of the review
     */
    static List<Integer> ofTypes(Map<String, Long> sources, long review, ToIntFunction<String> types) {
        if (sources.isEmpty()) {
            return NOT_STATED;
        }
        Cells cells = new Cells();
        sources.forEach((source, index) -> {
            int type = types.applyAsInt(source);
            cells.add(type, index <= review && type != Words.NOT_STATED_KEY);
        });
        return cells.numbers();
    }

    static String word(ClaimValue value) {
        if (value instanceof ClaimValue.Word word) {
            return word.word();
        }
        if (value instanceof ClaimValue.Answer answer) {
            return answer.answer();
        }
        if (value instanceof ClaimValue.Count count) {
            return Long.toString(count.count());
        }
        if (value instanceof ClaimValue.Range range) {
            return range.least() + "–" + range.greatest();
        }
        return Words.NOT_STATED;
    }
}
