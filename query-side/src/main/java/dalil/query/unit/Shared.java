package dalil.query.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * In which dimensions a use of force has a cell in common with another of the same incident, as bits. Only one that has so in every
 * dimension of a tally can count its incident in a cell a second time.
 */
public final class Shared {

    private static final List<String> DIMENSIONS =
            List.of("weapon", "method", "munition", "munition-asserted", "munition-verified", "used-by");
    private static final int OTHERS = 1 << DIMENSIONS.size();

    private Shared() {}

    /** The bits of one that shares a cell in each of these dimensions; of none, that there is another one at all. */
    public static int bits(Collection<String> dimensions) {
        int bits = OTHERS;
        for (String dimension : dimensions) {
            bits |= 1 << DIMENSIONS.indexOf(dimension);
        }
        return bits;
    }

    /** The same rows, told what each shares with the others. */
    static List<ForceUseRow> marked(List<ForceUseRow> rows) {
        int[] shared = new int[rows.size()];
        Arrays.fill(shared, rows.size() > 1 ? OTHERS : 0);
        for (int d = 0; d < DIMENSIONS.size() && rows.size() > 1; d++) {
            int[] keys = keys(rows, d);
            for (int i = 0; i < shared.length; i++) {
                shared[i] |= isTwice(rows.get(i).cells(d), keys) ? 1 << d : 0;
            }
        }
        List<ForceUseRow> marked = new ArrayList<>(rows.size());
        for (int i = 0; i < shared.length; i++) {
            marked.add(rows.get(i).sharing(shared[i]));
        }
        return marked;
    }

    /** Of all rows together, sorted. */
    private static int[] keys(List<ForceUseRow> rows, int dimension) {
        int size = 0;
        for (ForceUseRow row : rows) {
            size += row.cells(dimension).size();
        }
        int[] keys = new int[size];
        int at = 0;
        for (ForceUseRow row : rows) {
            for (int cell : row.cells(dimension)) {
                keys[at++] = Cells.key(cell);
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /** A row has no key twice, so one that is there twice is another row's too. */
    private static boolean isTwice(List<Integer> cells, int[] sorted) {
        for (int cell : cells) {
            int at = Arrays.binarySearch(sorted, Cells.key(cell));
            if (at > 0 && sorted[at - 1] == sorted[at] || at + 1 < sorted.length && sorted[at + 1] == sorted[at]) {
                return true;
            }
        }
        return false;
    }
}
