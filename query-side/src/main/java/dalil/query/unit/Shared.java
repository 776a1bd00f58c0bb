package dalil.query.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * In which dimensions a part has a cell in common with another of the same record, as bits. Only one that has so in every dimension of
 * a tally can count its record in a cell a second time.
 */
public final class Shared {

    private static final List<String> DIMENSIONS = List.of(
            "weapon",
            "method",
            "munition",
            "munition-asserted",
            "munition-verified",
            "used-by",
            "unit-alleged",
            "body-region",
            "mechanism",
            "severity",
            "lasting-effect");
    private static final int OTHERS = 1 << DIMENSIONS.size();

    private Shared() {}

    /** A row of a part. */
    interface Part<R> {

        /** Its cells, dimension by dimension, in the order above; the last ones may be missing. */
        List<List<Integer>> dimensions();

        /** The same row with what it shares. */
        R sharing(int bits);
    }

    /** The bits of one that shares a cell in each of these dimensions; of none, that there is another one at all. */
    public static int bits(Collection<String> dimensions) {
        int bits = OTHERS;
        for (String dimension : dimensions) {
            bits |= 1 << DIMENSIONS.indexOf(dimension);
        }
        return bits;
    }

    /** The same rows, told what each shares with the others. */
    static <R extends Part<R>> List<R> marked(List<R> rows) {
        if (rows.size() == 1) {
            return List.of(rows.get(0).sharing(0));
        }
        int[] shared = new int[rows.size()];
        Arrays.fill(shared, OTHERS);
        List<List<List<Integer>>> cells = rows.stream().map(Part::dimensions).toList();
        for (int d = 0; !cells.isEmpty() && d < cells.get(0).size(); d++) {
            int[] keys = keys(cells, d);
            for (int i = 0; i < shared.length; i++) {
                shared[i] |= isTwice(cells.get(i).get(d), keys) ? 1 << d : 0;
            }
        }
        List<R> marked = new ArrayList<>(rows.size());
        for (int i = 0; i < shared.length; i++) {
            marked.add(rows.get(i).sharing(shared[i]));
        }
        return marked;
    }

    /** Of all rows together, sorted. */
    private static int[] keys(List<List<List<Integer>>> rows, int dimension) {
        int size = 0;
        for (List<List<Integer>> row : rows) {
            size += row.get(dimension).size();
        }
        int[] keys = new int[size];
        int at = 0;
        for (List<List<Integer>> row : rows) {
            for (int cell : row.get(dimension)) {
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
