package dalil.query.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one dimension in which a unit is reported, each once. In the table a cell is one number: twice its key, plus one
 * where the value in force puts the unit certainly in it.
 */
public final class Cells {

    private final Map<Integer, Boolean> certain = new LinkedHashMap<>();

    /** The number of a cell in which a unit is reported only. */
    public static int reported(int key) {
        return key << 1;
    }

    /** The number of a cell in which a unit is certain. */
    public static int certain(int key) {
        return key << 1 | 1;
    }

    /** The key of a cell's number. */
    static int key(int number) {
        return number >> 1;
    }

    /** The same cells, certain of none. */
    static List<Integer> onlyReported(List<Integer> cells) {
        return cells.stream().map(cell -> reported(key(cell))).toList();
    }

    Cells add(int key, boolean sure) {
        certain.merge(key, sure, Boolean::logicalOr);
        return this;
    }

    /** Whether there is no cell, or only this one. */
    boolean isEmptyBut(int key) {
        return certain.keySet().stream().allMatch(other -> other == key);
    }

    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(certain.size());
        certain.forEach((key, sure) -> numbers.add(sure ? certain(key) : reported(key)));
        return numbers;
    }
}
