package dalil.query.question;

import dalil.query.question.Breakdown.Counted;
import dalil.query.question.Breakdown.Numbers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How counted cells are told. There are tens of thousands of them from a few hundred keys: each key is put into words once. */
final class CellLinks {

    /** How a cell of one dimension is told, and the parameter that finds it. */
    private record Told(Map<String, String> key, String parameter) {}

    private final List<Dimension> by;
    private final CellWords cells;
    private final List<Map<Integer, Told>> told;
    private final StringBuilder link = new StringBuilder();
    private final int start;
    private final String end;

    /** @param path before the query of each link */
    CellLinks(String path, Question question, List<Dimension> by, CellWords cells, long index) {
        this.by = by;
        this.cells = cells;
        this.told = by.stream()
                .map(dimension -> (Map<Integer, Told>) new HashMap<Integer, Told>())
                .toList();
        link.append(path).append("?of=").append(question.unit().word());
        question.givens().forEach(given -> link.append(parameter(given.name(), given.value())));
        question.countedBy().forEach((name, value) -> link.append(parameter(name, value)));
        this.start = link.length();
        this.end = "&asOf=" + index;
    }

    Counted tell(int[] keys, Numbers numbers) {
        List<Map<String, String>> key = new ArrayList<>(keys.length);
        link.setLength(start);
        for (int i = 0; i < keys.length; i++) {
            Dimension dimension = by.get(i);
            Told of = told.get(i).computeIfAbsent(keys[i], number -> told(dimension, number));
            key.add(of.key());
            link.append(of.parameter());
        }
        return new Counted(new CellKey(key), numbers, link.append(end).toString());
    }

    private Told told(Dimension dimension, int key) {
        return new Told(cells.told(dimension, key), parameter(dimension.name(), cells.filter(dimension, key)));
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
